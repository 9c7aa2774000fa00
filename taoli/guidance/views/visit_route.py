"""The route sheet: one's agreed visits of some days, to take along on paper."""

import datetime as dt

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.guidance.phrases import DISCIPLINE, moment_words, place_words
from taoli.guidance.queries.appointments import students_of
from taoli.guidance.queries.season import route
from taoli.guidance.queries.visiting import phones_of
from taoli.roster.queries.imports import school_phone


@page(permission=("guidance.appointment", "hold"))
def visit_route(request: Request) -> HttpResponse:
    """Print times, names, addresses and telephones in the order of the way, with the card of rules below."""
    first = _day(request, "first") or clock.today()
    last = _day(request, "last") or first + dt.timedelta(days=27)
    rows = route(request.actor, first, min(last, first + dt.timedelta(days=62)))
    log_view(request.actor, "guidance.appointment", [row.pk for row in rows], page="guidance:visit_route")
    lines = []
    for row in rows:
        children = students_of(row)
        phones, _barred = phones_of(row.school_id, [one.pk for one in children])
        words = {
            "when": moment_words(row.starts) if row.starts else "",
            "place": place_words(row.place, row.place_note),
        }
        lines.append({"row": row, "children": children, "phones": phones, **words})
    context = {"lines": lines, "discipline": DISCIPLINE, "phone": school_phone(request.actor.school_id)}
    return render(request, "guidance/visit_route.html", context)


def _day(request: Request, name: str) -> dt.date | None:
    try:
        return parse_date(request.GET.get(name, ""))
    except ValueError:
        return None
