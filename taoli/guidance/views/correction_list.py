"""What families ask to be corrected."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.guidance.forms import CorrectionForm
from taoli.guidance.queries.families import corrections_to
from taoli.guidance.services import answer_correction


@page(permission=("guidance.family_correction", "answer"), methods=("GET", "POST"))
def correction_list(request: Request) -> HttpResponse:
    """List the requests by the day they are due; say what became of each."""
    form = CorrectionForm(request.POST or None)
    pk = id_of(request.POST.get("correction", ""))
    if request.method == "POST" and form.is_valid() and pk:
        try:
            return once(request, lambda: _answer(request, pk, form))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    rows = corrections_to(request.actor)
    log_view(request.actor, "guidance.family_correction", [row.pk for row in rows], page="guidance:correction_list")
    context = {"rows": rows, "form": form, "asked": pk, "op": request.POST.get("op", "")}
    return render(request, "guidance/correction_list.html", context)


def _answer(request: Request, pk: uuid.UUID, form: CorrectionForm) -> str:
    given = form.cleaned_data
    answer_correction(by=request.actor, pk=pk, state=given["state"], text=given["text"])
    messages.success(request, _("Answered. The family reads it on its page."))
    return reverse("guidance:correction_list")
