"""Texts that schools have handed in, and events."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.exchange import events, handed_texts


@page(permission=("oversight.shared_story", "view"))
def shared_list(request: Request) -> HttpResponse:
    """List what waits, what is read in the area, and the events."""
    rows = handed_texts(request.actor)
    context = {
        "waiting": [one for one in rows if one.state == "offered"],
        "rows": [one for one in rows if one.state == "published"],
        "events": events(request.actor),
    }
    return render(request, "oversight/shared_list.html", context)
