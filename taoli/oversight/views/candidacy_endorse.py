"""Endorse an application and hand it in, or give it back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.oversight.forms.stars import EndorseForm
from taoli.oversight.queries.candidacies import get_candidacy, people_of
from taoli.oversight.services.candidacies import hand_in, return_candidacy


@page(permission=("oversight.candidacy", "endorse"), methods=("GET", "POST"))
def candidacy_endorse(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show word by word what would leave; POST hands it in, or with `back` returns it.

    No `once` here: the document goes through two fences, each in its own transaction; sent twice it arrives once.
    """
    actor, row = request.actor, get_candidacy(request.actor, pk, "endorse")
    form = EndorseForm(request.POST or None, initial={"words": row.endorsement})
    if request.method == "POST" and form.is_valid():
        try:
            if "back" in request.POST:
                return_candidacy(by=actor, pk=row.pk, words=form.cleaned_data["words"])
                messages.success(request, _("The mentor has it again, with your word."))
            else:
                hand_in(by=actor, pk=row.pk, words=form.cleaned_data["words"])
                messages.success(request, _("Handed in to the bureau."))
            return HttpResponseRedirect(reverse("oversight:candidacy_list"))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    log_view(actor, "oversight.starcandidacy", [row.pk], page="oversight:candidacy_endorse")
    context = {"row": row, "people": people_of(row), "form": form, "op": request.POST.get("op", "")}
    return render(request, "oversight/candidacy_endorse.html", context)
