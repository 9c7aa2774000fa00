"""The desk of the moral office, the principal and the grade leads."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.pages import Request, opens, page
from taoli.common.policy import Role
from taoli.home.phrases import DECISIONS, FIRST_MISSING, STATIONS, VERBS, first_step_words, station_note
from taoli.home.queries.desk import Decision, decisions, facts_of, may_need_relief
from taoli.home.queries.first_steps import FirstStep, first_steps
from taoli.home.queries.shell import term_of
from taoli.home.queries.stations import Station, stations
from taoli.matching.queries.asked import asked_of

PAGES = {
    "import": "roster:import_show",
    "scheme": "schemes:scheme_edit",
    "run": "matching:run_show",
    "appraisal": "evaluation:appraisal_show",
}
ROWS = {"import", "scheme", "run"}  # whose page is that of one row


@page(permission=("home.desk", "view"))
def desk(request: Request) -> HttpResponse:
    """Show the year as stations and three sentences; the grade lead's within the grade."""
    term = term_of(request)
    facts = facts_of(request.actor, term) if term else None
    waiting = decisions(request.actor)
    office = request.actor.holds(Role.MORAL_OFFICE)
    first = first_steps(request.actor.school_id, term) if office else None
    context = {
        "facts": facts,
        "stations": [_station(request, one) for one in stations(facts)] if facts else [],
        "decisions": [_decision(request, one) for one in waiting],
        "decides": office,
        "first": first,
        "first_steps": [_first_step(one) for one in first.steps] if first else [],
        "asks": asked_of(request.actor),
        "relief": may_need_relief(request.actor, term) if term else [],
    }
    return render(request, "home/desk.html", context)


def _first_step(one: FirstStep) -> dict[str, object]:
    return {
        **first_step_words(one.key, one.state, one.done, one.needed, one.detail),
        "state": one.state,
        "missing": [str(FIRST_MISSING.get(name, name)) for name in one.missing],
        "url": reverse(one.page),
    }


def _station(request: Request, one: Station) -> dict[str, object]:
    address = reverse(one.page) if one.page and opens(request.actor, one.page) else ""
    return {
        "label": STATIONS[one.key],
        "state": one.state,
        "note": station_note(one.key, one.state, one.day, one.count, one.text),
        "url": address,
        "verb": VERBS.get(f"{one.key}_{one.text}", VERBS.get(one.key, "")) if address else "",
    }


def _decision(request: Request, one: Decision) -> dict[str, object]:
    name = PAGES[one.code]
    address = reverse(name, args=[one.pk] if one.code in ROWS else []) if opens(request.actor, name) else ""
    return {"title": DECISIONS[one.code] % {"name": one.name}, "url": address}
