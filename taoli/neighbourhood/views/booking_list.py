"""What schools ask of the bureau's places, to be answered."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.resources import bookings


@page(permission=("neighbourhood.resource", "view"))
def booking_list(request: Request) -> HttpResponse:
    """List what waits first; each is answered on the spot."""
    return render(request, "neighbourhood/booking_list.html", {"rows": bookings(request.actor)})
