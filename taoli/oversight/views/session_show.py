"""One session: who signed up, who is there."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.courses import get_session, places_of, waiting


@page(permission=("oversight.course", "view"))
def session_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the list, school by school in the order of strokes, and the next step."""
    session = get_session(request.actor, pk)
    places = places_of(session)
    context = {
        "session": session,
        "places": [one for one in places if one.state == "booked"],
        "waiting": waiting(places),
        "later": [one for one in places if one.present_at and one.handed_at is None],
    }
    return render(request, "oversight/session_show.html", context)
