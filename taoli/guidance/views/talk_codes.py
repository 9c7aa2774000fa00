"""Slips for students without an account, to print and cut."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms.talks import SlipRoomForm
from taoli.guidance.phrases.talks import OFFICES
from taoli.guidance.queries.talk_codes import slip_rooms
from taoli.guidance.services.talk_codes import TalkSlip, issue_slips
from taoli.roster.queries.watch import numbers_of


@page(permission=("guidance.talk_code", "issue"), methods=("GET", "POST"))
def talk_codes(request: Request) -> HttpResponse:
    """Make new slips for a class and show them once; earlier ones of the class stop working."""
    rooms = slip_rooms(request.actor)
    form = SlipRoomForm(request.POST or None, rooms=rooms)
    if request.method != "POST" or not form.is_valid():
        return render(request, "guidance/talk_codes.html", {"form": form})
    made: list[TalkSlip] = []

    def work() -> str:
        made.extend(issue_slips(by=request.actor, room_id=uuid.UUID(form.cleaned_data["room"])))
        return reverse("guidance:talk_codes")

    # A repeat finds no new codes made: it is sent back to the page, and the slips already printed stay good.
    answer = once(request, work)
    if not made:
        messages.info(request, _("These slips were made already. If they are lost, make new ones here."))
        return answer
    context = {
        "slips": made,
        "room": dict(rooms)[form.cleaned_data["room"]],
        "numbers": numbers_of(request.actor.school_id),
        "door": request.build_absolute_uri(reverse("guidance:talk_enter")),
        "offices": [words for key, words in OFFICES.items() if key != "duty"],
    }
    return render(request, "guidance/_talk_slips.html", context)
