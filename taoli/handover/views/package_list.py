"""Packages that go and packages that come."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.handover.queries.arrivals import arrivals
from taoli.handover.queries.packages import packages
from taoli.handover.queries.stops import tabs_of


@page(permission=("handover.package", "send"))
def package_list(request: Request) -> HttpResponse:
    """Show what is on its way and what waits for a decision."""
    context = {
        "tabs": tabs_of(request.actor, "package_list"),
        "sent": packages(request.actor)[:100],
        "arrived": arrivals(request.actor)[:100],
        "today": clock.today(),
    }
    return render(request, "handover/package_list.html", context)
