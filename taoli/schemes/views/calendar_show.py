"""The calendar of a term: months, weeks, holidays, make-up days, exam weeks, cycles and fixed slots."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.roster.permissions import TERM
from taoli.roster.phrases import unannounced_line
from taoli.roster.queries.announced import unannounced_years
from taoli.roster.queries.calendar import current_term, term_of_school, terms
from taoli.roster.queries.tabs import roster_tabs
from taoli.schemes.phrases.calendar import cycle_rows, day_facts, legend, month_rows, slot_words
from taoli.schemes.queries.calendar import CalendarPage, calendar_page


@page(permission=("roster.term", "view"))
def calendar_show(request: Request) -> HttpResponse:
    """Show the current term, or `?term=`; `?day=` opens one of its days, which the office may correct."""
    school, edits = request.actor.school_id, TERM.may(request.actor, "edit")
    chosen = request.GET.get("term", "")
    term = term_of_school(school, chosen) if chosen else current_term(school)
    tabs = roster_tabs(request.actor, "term_edit") if edits else []
    if term is None:
        if chosen:
            raise Http404
        return render(request, "schemes/calendar_show.html", {"edits": edits, "tabs": tabs})
    shown = calendar_page(school, term)
    day = _day(request, shown)
    years = unannounced_years(term.starts, term.ends)
    context: dict[str, Any] = {
        "term": term,
        "terms": [(str(one.pk), one.name) for one in terms(school)],
        "months": month_rows(shown.months),
        "cycles": cycle_rows(shown.cycles),
        "slot": slot_words(shown.cycle, shown.slot_duties),
        "has_scheme": shown.has_scheme,
        "day": day_facts(shown.days[day]) if day else None,
        "unannounced": unannounced_line(years) if years else "",
        "not_taken_over": shown.not_taken_over,
        "legend": legend(),
        "edits": edits,
        "tabs": tabs,
    }
    return render(request, "schemes/calendar_show.html", context)


def _day(request: Request, shown: CalendarPage) -> dt.date | None:
    """Return the day asked for, if it lies in the term."""
    try:
        day = dt.date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return None
    return day if day in shown.days else None
