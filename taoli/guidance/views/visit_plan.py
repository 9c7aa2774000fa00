"""A season of visits: who lives near whom, on which days, in which order."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.guidance.forms import PlanForm
from taoli.guidance.queries.season import Day, Family, as_shown, days_between, families_to_visit, spread, with_flags
from taoli.guidance.queries.visiting import companions
from taoli.guidance.services import plan_season
from taoli.notifications.queries.inbox import person_of


@page(permission=("guidance.appointment", "hold"), methods=("GET", "POST"))
def visit_plan(request: Request) -> HttpResponse:
    """Propose days and routes for one's families; sent off, every family is offered its time."""
    actor = request.actor
    tomorrow = clock.today() + dt.timedelta(days=1)
    usual = {"first": tomorrow, "last": tomorrow + dt.timedelta(days=27)}
    form = PlanForm(request.POST or request.GET or None, initial=usual)
    all_families = with_flags(actor.school_id, families_to_visit(actor))
    families = [_named(request, one) for one in all_families if f"skip-{one.key}" not in request.POST]
    sending = request.method == "POST" and "offer" in request.POST
    days: list[Day] = []
    left: list[Family] = []
    if sending:
        days = as_shown(families, request.POST)
    elif form.is_valid():
        given = form.cleaned_data
        chosen = days_between(actor.school_id, given["first"], given["last"], own_time=given["own_time"])
        how = {"begins": given["begins"], "per_day": given["per_day"], "minutes": given["minutes"]}
        days, left = spread(families, chosen, **how)
    if sending and form.is_valid():
        try:
            return once(request, lambda: _offer(request, form, days))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "days": days,
        "left": left,
        "count": sum(len(one.stops) for one in days),
        "families": all_families,
        "companions": companions(actor.school_id, person_of(actor)),
        "op": request.POST.get("op", ""),
    }
    return render(request, "guidance/visit_plan.html", context)


def _named(request: Request, family: Family) -> Family:
    typed = request.POST.get(f"place-{family.key}")
    return family.at(typed.strip()[:40]) if typed is not None else family


def _offer(request: Request, form: PlanForm, days: list[Day]) -> str:
    given, keys = form.cleaned_data, [stop.family.key for day in days for stop in day.stops]
    seconds = {key: pk for key in keys if (pk := id_of(request.POST.get(f"second-{key}", "")))}
    places = {key: text for key in keys if (text := request.POST.get(f"place-{key}", "").strip())}
    made = plan_season(
        by=request.actor,
        days=days,
        minutes=given["minutes"],
        own_time=given["own_time"],
        seconds=seconds,
        places=places,
    )
    words = ngettext("%(n)s family is offered a time.", "%(n)s families are offered a time.", len(made))
    messages.success(request, words % {"n": len(made)} + _(" Now print the slips."))
    return reverse("guidance:visit_slips")
