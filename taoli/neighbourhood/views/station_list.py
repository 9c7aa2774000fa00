"""The stations of the area."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.stations import stations


@page(permission=("neighbourhood.station", "own"))
def station_list(request: Request) -> HttpResponse:
    """List those one runs or works at."""
    return render(request, "neighbourhood/station_list.html", {"rows": list(stations(request.actor))})
