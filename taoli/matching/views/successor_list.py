"""Pairings whose mentor no longer teaches the class, each with a successor."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching.forms import PlanForm, StartForm
from taoli.matching.queries.plans import successor_plan
from taoli.matching.services import year


@page(permission=("matching.year", "edit"), methods=("GET", "POST"))
def successor_list(request: Request) -> HttpResponse:
    """Show each with the proposed mentor, to be changed in place; write what is confirmed."""
    plan = successor_plan(request.actor.school_id, clock.today())
    begin = StartForm(request.POST or None, initial={"starts": clock.today()})
    form = PlanForm(request.POST or None, lines=plan.lines, mentors=plan.names)
    if request.method == "POST" and begin.is_valid() and form.is_valid():

        def work() -> str:
            given = {"starts": begin.cleaned_data["starts"], "beyond": form.cleaned_data["beyond"]}
            row = year.succeed(by=request.actor, shifts=form.shifts(), **given)
            messages.success(request, _("Done. The letters and slips can be printed from this page."))
            return reverse("matching:year_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "matching/successor_list.html", {"plan": plan, "begin": begin, "form": form})
