"""Appointments of one's own stations."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.appointments import appointments


@page(permission=("neighbourhood.appointment", "own"))
def appointment_list(request: Request) -> HttpResponse:
    """List times, topics and where each stands; contact and question stand on the page of each."""
    return render(request, "neighbourhood/appointment_list.html", {"rows": appointments(request.actor)})
