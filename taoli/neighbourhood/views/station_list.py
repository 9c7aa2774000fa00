"""The stations of the area."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.neighbourhood.queries.stations import duties_of, stations


@page(permission=("neighbourhood.station", "own"))
def station_list(request: Request) -> HttpResponse:
    """List those one runs or works at, with the next service days."""
    context = {
        "rows": list(stations(request.actor)),
        "duties": duties_of(request.actor),
        "edits": opens(request.actor, "neighbourhood:station_edit"),
        "meets": opens(request.actor, "neighbourhood:appointment_list"),
    }
    return render(request, "neighbourhood/station_list.html", context)
