"""A family telephones: the staff write down what they ask for."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import AskForm
from taoli.neighbourhood.queries.appointments import times_of
from taoli.neighbourhood.queries.stations import get_station, stations
from taoli.neighbourhood.services.appointments import ask_appointment


@page(permission=("neighbourhood.appointment", "own"), methods=("GET", "POST"))
def appointment_new(request: Request) -> HttpResponse:
    """Take it down for a station (`?station=`, else the first of one's own)."""
    mine = [one for one in stations(request.actor) if one.closed_on is None]
    asked = id_of(request.GET.get("station", "")) or (mine[0].pk if mine else uuid.UUID(int=0))
    station = get_station(request.actor, asked)
    form = AskForm(request.POST or None, times=times_of(station))
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            row = ask_appointment(by=request.actor, station=station, asking=form.asking(), by_phone=True)
            return reverse("neighbourhood:appointment_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "station": station, "mine": mine, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/appointment_new.html", context)
