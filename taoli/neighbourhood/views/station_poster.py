"""A sheet for the wall: what the station is for, and the code that opens its door page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.matching.queries.codes import qr_image
from taoli.neighbourhood.queries.slots import slot_lines
from taoli.neighbourhood.queries.stations import get_station


@page(permission=("neighbourhood.station", "own"))
def station_poster(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Print the address as a QR code and in letters."""
    station = get_station(request.actor, pk)
    link = (
        request.build_absolute_uri(reverse("neighbourhood:station_door", args=[station.door])) if station.door else ""
    )
    context = {
        "station": station,
        "link": link,
        "image": qr_image(link) if link else "",
        "times": slot_lines(station.slots).splitlines(),
    }
    return render(request, "neighbourhood/station_poster.html", context)
