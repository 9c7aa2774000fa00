"""Slips for a lesson in the computer room: one code per student."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive import services
from taoli.archive.forms import RoomForm
from taoli.archive.queries.sheets import rooms
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.sheets", "issue"), methods=("GET", "POST"))
def seat_codes(request: Request) -> HttpResponse:
    """Make new codes for a class and show them once, ready to print; earlier ones of the class stop working."""
    found = rooms(request.actor, "issue")
    form = RoomForm(request.POST or None, rooms=found, initial={"room": request.GET.get("room", "")})
    if request.method == "POST" and form.is_valid():
        return _issue(request, uuid.UUID(form.cleaned_data["room"]), {one.pk: one.name for one in found})
    return render(request, "archive/seat_codes.html", {"form": form})


def _issue(request: Request, room: uuid.UUID, names: dict[uuid.UUID, str]) -> HttpResponse:
    made: list[services.SeatSlip] = []

    def work() -> str:
        made.extend(services.issue_seats(by=request.actor, class_id=room))
        return reverse("archive:seat_codes")

    # A repeat finds no new codes made: it is sent back to the page, and the slips already printed stay good.
    answer = once(request, work)
    if not made:
        messages.info(request, _("These slips were made already. If they are lost, make new ones here."))
        return answer
    door = request.build_absolute_uri(reverse("archive:seat_enter"))
    return render(request, "archive/_slips.html", {"slips": made, "door": door, "room": names[room]})
