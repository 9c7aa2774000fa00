"""The paper list of a session, to sign on."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.courses import get_session, places_of


@page(permission=("oversight.course", "view"))
def attendance_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Print names school by school in the order of strokes, with empty lines for those who come unannounced."""
    session = get_session(request.actor, pk)
    places = [one for one in places_of(session) if one.state == "booked"]
    return render(request, "oversight/attendance_print.html", {"session": session, "places": places, "empty": range(6)})
