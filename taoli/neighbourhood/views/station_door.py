"""The door of a station: a family asks for a time, without an account and without a child's name."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted, spend
from taoli.common.idempotency import once
from taoli.common.pages import page
from taoli.common.policy import Actor
from taoli.neighbourhood.forms import AskForm
from taoli.neighbourhood.queries.appointments import times_of
from taoli.neighbourhood.queries.stations import find_door
from taoli.neighbourhood.services.appointments import ask_appointment

PAGE = "neighbourhood/station_door.html"
MOST = 20  # of one address in five minutes: a street office has one, too


@page(permission="public", methods=("GET", "POST"))
@never_cache
def station_door(request: HttpRequest, word: str) -> HttpResponse:
    """Show the free times and take what is asked; the thanks say what happens next."""
    try:
        with counted(request, "station"):
            station = find_door(word)
    except TaoliError as refusal:
        return render(request, PAGE, {"refusal": str(refusal)}, status=404)
    form = AskForm(request.POST or None, times=times_of(station))
    if request.method == "POST" and form.is_valid():
        by = _family(station.school_id, station.pk)

        def work() -> str:
            ask_appointment(by=by, station=station, asking=form.asking())
            return reverse("neighbourhood:station_door", args=[word]) + "?done=1"

        try:
            return once(request, work, by=by, before=lambda: spend(request, "station_ask", MOST))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"station": station, "form": form, "done": "done" in request.GET, "op": request.POST.get("op", "")}
    return render(request, PAGE, context)


def _family(school_id: int, station_id: uuid.UUID) -> Actor:
    """Return who asks: somebody at the door; the number of the operation is the browser's."""
    return Actor(account_id=None, school_id=school_id, person_kind="door", person_id=station_id, name="door")
