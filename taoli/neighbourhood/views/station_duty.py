"""Put a day on the roster on which mentors serve at a station."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import DutyForm
from taoli.neighbourhood.queries.stations import duties_of, get_station, stations
from taoli.neighbourhood.services.stations import add_duty


@page(permission=("neighbourhood.station", "own"), methods=("GET", "POST"))
def station_duty(request: Request) -> HttpResponse:
    """Take station, day and who comes; below stands the roster."""
    mine = [one for one in stations(request.actor) if one.closed_on is None]
    form = DutyForm(request.POST or None, stations=mine)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)

        def work() -> str:
            station = get_station(request.actor, uuid.UUID(said.pop("station")))
            add_duty(by=request.actor, station=station, **said)
            return reverse("neighbourhood:station_duty")

        return once(request, work)
    context = {"form": form, "rows": duties_of(request.actor), "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/station_duty.html", context)
