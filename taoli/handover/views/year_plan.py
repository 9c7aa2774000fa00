"""The plan of a change of year, class by class."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.years import PlanForm
from taoli.handover.queries.years import class_ways, exceptions, get_year_change, is_open
from taoli.handover.services.years import save_plan


@page(permission=("handover.year_change", "edit"), methods=("GET", "POST"))
def year_plan(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take the new term and what becomes of each class; what is saved goes to the dry run."""
    row = get_year_change(request.actor, pk, "edit")
    if not is_open(row):
        return redirect("handover:year_check", pk=pk)
    form = PlanForm(request.POST or None, row=row, ways=class_ways(row))
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            save_plan(
                by=request.actor,
                pk=pk,
                edit=form.cleaned_data["edit"],
                facts=form.facts(),
                classes=form.classes(),
            )
            messages.success(request, _("Saved. Nothing has changed in the school yet."))
            return reverse("handover:year_check", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"row": row, "form": form, "others": exceptions(row), "op": request.POST.get("op", "")}
    return render(request, "handover/year_plan.html", context)
