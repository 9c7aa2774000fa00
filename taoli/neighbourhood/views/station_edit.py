"""Enter a station or correct it: address, times, staff."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import StationForm
from taoli.neighbourhood.queries.stations import get_station, posted, staff_choices
from taoli.neighbourhood.services.stations import keep_station


@page(permission=("neighbourhood.station", "edit"), methods=("GET", "POST"))
def station_edit(request: Request) -> HttpResponse:
    """Take what is said; `?station=`: one to be changed."""
    asked = request.GET.get("station", "")
    station = get_station(request.actor, id_of(asked) or uuid.UUID(int=0), "edit") if asked else None
    people = staff_choices(request.actor.school_id)
    form = StationForm(request.POST or None, station=station, there=posted(station) if station else [], staff=people)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            edit, pk = form.cleaned_data["edit"] or 0, station.pk if station else None
            keep_station(by=request.actor, facts=form.facts(), staff=form.people(), pk=pk, edit=edit)
            return reverse("neighbourhood:station_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "station": station, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/station_edit.html", context)
