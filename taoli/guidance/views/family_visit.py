"""A guardian's page of one appointment."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms import VisitAnswerForm
from taoli.guidance.queries.appointments import family_view, get_appointment
from taoli.guidance.services import take


@page(permission=("guidance.appointment", "answer"), methods=("GET", "POST"))
def family_visit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The same answers as by the link, with the child's whole name and what the mentor wrote for the family."""
    row = get_appointment(request.actor, pk, "answer")
    form = VisitAnswerForm(request.POST or None, initial={"place": row.place})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            edit = form.cleaned_data["edit"]
            take(by=request.actor, row_id=row.pk, edit=edit, answer=form.answer(), person_id=request.actor.person_id)
            messages.success(request, _("The mentor has your answer."))
            return reverse("guidance:family_visit", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
            row = get_appointment(request.actor, pk, "answer")
    return render(request, "guidance/family_visit.html", {"view": family_view(row, whole=True), "form": form})
