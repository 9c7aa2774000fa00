"""Begin a correction of a released evaluation."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import ReasonForm
from taoli.archive.queries.evaluations import get_evaluation
from taoli.archive.services import correct_evaluation
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.evaluation", "proof"), methods=("GET", "POST"))
def evaluation_correct(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask why; the old version stays with the family until the new one is released."""
    row = get_evaluation(request.actor, pk, "proof", page="archive:evaluation_correct")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            new = correct_evaluation(by=request.actor, pk=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("A new version is open. Mend it and release it again."))
            return reverse("archive:evaluation_proof", args=[new.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"row": row, "form": form, "op": request.POST.get("op", "")}
    return render(request, "archive/evaluation_correct.html", context)
