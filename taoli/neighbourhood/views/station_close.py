"""Close a station: families with a time are moved or cancelled first."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import CancelForm, MoveForm
from taoli.neighbourhood.queries.stations import get_station, open_count, other_stations
from taoli.neighbourhood.services.stations import cancel_families, close_station, move_families, reopen_station


@page(permission=("neighbourhood.station", "edit"), methods=("GET", "POST"))
def station_close(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say how many wait; the officer learns the number and nothing else."""
    station = get_station(request.actor, pk, "edit")
    deed = request.POST.get("deed", "")
    move = MoveForm(request.POST if deed == "move" else None, others=other_stations(station))
    cancel = CancelForm(request.POST if deed == "cancel" else None)
    if request.method == "POST":
        try:
            if deed in {"close", "open"} or (move if deed == "move" else cancel).is_valid():
                return once(request, lambda: _do(request, pk, deed, move, cancel))
        except TaoliError as refusal:
            messages.error(request, str(refusal))
    context = {"station": station, "count": open_count(station), "move": move, "cancel": cancel}
    return render(request, "neighbourhood/station_close.html", context)


def _do(request: Request, pk: uuid.UUID, deed: str, move: MoveForm, cancel: CancelForm) -> str:
    here = reverse("neighbourhood:station_close", args=[pk])
    if deed == "move":
        move_families(by=request.actor, pk=pk, to=uuid.UUID(move.cleaned_data["to"]))
        return here
    if deed == "cancel":
        cancel_families(by=request.actor, pk=pk, told=cancel.cleaned_data["told"])
        return here
    (close_station if deed == "close" else reopen_station)(by=request.actor, pk=pk)
    return reverse("neighbourhood:station_list")
