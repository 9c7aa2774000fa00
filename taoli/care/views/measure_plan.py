"""Add a measure to the plan of a case."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms import MeasureForm
from taoli.care.queries.case_view import get_row, moves_of
from taoli.care.queries.people import staff_choices
from taoli.care.services import plan_measure
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.led", "work"), methods=("GET", "POST"))
def measure_plan(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take what is done, by whom, by when; the owner is told and reads this measure, not the case."""
    case = get_row(request.actor, pk)
    if request.method == "GET" and "plan" not in moves_of(request.actor, case):
        raise Http404
    form = MeasureForm(request.POST or None, staff=staff_choices(request.actor.school_id))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            plan_measure(
                by=request.actor, case_id=pk, text=said["text"], owner_id=form.owner_id(), due_on=said["due_on"]
            )
            messages.success(request, _("In the plan. Whoever does it has been told."))
            return reverse("care:case_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "case": case, "op": request.POST.get("op", "")}
    return render(request, "care/measure_plan.html", context)
