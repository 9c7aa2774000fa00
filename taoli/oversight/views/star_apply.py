"""Apply for a star of the area: what the school's records show, a few words, consent."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.stars import StarApplyForm
from taoli.oversight.queries.candidacies import candidacy_for, colleagues, evidence_of, get_offered, own_staff
from taoli.oversight.queries.stars import asked, levels_of
from taoli.oversight.services.candidacies import NamedError, apply_for_round


@page(permission=("oversight.candidacy", "own"), methods=("GET", "POST"))
def star_apply(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show each level's criteria beside the own evidence; POST sends the application to the school."""
    actor = request.actor
    row, evidence, mine = get_offered(actor, pk), evidence_of(own_staff(actor)), candidacy_for(actor, pk)
    form = StarApplyForm(request.POST or None, row=row, colleagues=colleagues(actor), mine=mine)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            apply_for_round(by=actor, row=row, said=form.said())
            messages.success(request, _("Sent. The school reads it before it goes to the bureau."))
            return reverse("oversight:my_stars")

        try:
            return once(request, work)
        except NamedError as refusal:
            form.add_error("words", str(refusal))
            form.put(refusal.proposal)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "row": row,
        "mine": mine,
        "levels": [(one, [(each, None) for each in asked(one, evidence)]) for one in levels_of(row)],
        "form": form,
        "op": request.POST.get("op", ""),
    }
    return render(request, "oversight/star_apply.html", context)
