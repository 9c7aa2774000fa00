"""Who has handed in wishes: by class, and in one class by name; what somebody wished for is not on this page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.permissions import HAND_IN
from taoli.matching.queries.handing_in import choice_round, handing_in

EVERY = 15  # seconds between two looks, in a lesson


@page(permission=("matching.hand_in", "view"))
def choice_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the classes within reach, `room` one of them; `watch`: look again by itself, to supervise a lesson."""
    choice = choice_round(request.actor, pk)
    context = {
        "round": choice,
        "view": handing_in(request.actor, choice, request.GET.get("room", "")),
        "watch": EVERY if "watch" in request.GET else 0,
        "office": HAND_IN.may(request.actor, "issue"),
    }
    return render(request, "matching/choice_show.html", context)
