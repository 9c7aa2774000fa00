"""Conferences: what is ahead, what was held."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.conferences import conference_list as rows_of
from taoli.care.queries.conferences import kinds, left_open, places
from taoli.common.pages import Request, opens, page


@page(permission=("care.meeting", "attend"))
def conference_list(request: Request) -> HttpResponse:
    """Show the conferences within reach; `?kind=`: only these."""
    words = dict(kinds())
    kind = request.GET.get("kind", "")
    kind = kind if kind in words else ""
    rows = rows_of(request.actor, kind)
    plans = opens(request.actor, "care:conference_edit")
    mine = [one for one in places(request.actor) if one.class_id] if plans else []
    there = {one.kind for one in rows}
    context = {
        "ahead": [one for one in rows if one.is_open],
        "past": [one for one in rows if not one.is_open],
        "left": left_open(request.actor),
        "kind": kind,
        "kinds": [(key, label) for key, label in words.items() if key in there or key == kind],
        "plans": plans,
        "place": mine[0] if len(mine) == 1 else None,
    }
    return render(request, "care/conference_list.html", context)
