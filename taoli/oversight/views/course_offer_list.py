"""What the bureaus above offer, and what I have signed up for."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.oversight.queries.bookings import offers, own_bookings


@page(permission=("oversight.booking", "own"))
def course_offer_list(request: Request) -> HttpResponse:
    """List sessions to come and the own past."""
    context = {
        "opens_topics": opens(request.actor, "oversight:topic_list"),
        "rows": offers(request.actor),
        "own": own_bookings(request.actor),
        "office": opens(request.actor, "oversight:course_book"),
    }
    return render(request, "oversight/course_offer_list.html", context)
