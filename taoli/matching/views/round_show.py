"""One round, step by step."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.permissions import ROUND, WISH
from taoli.matching.queries.overview import overview_of
from taoli.matching.queries.rounds import get_round


@page(permission=("matching.round", "view"))
def round_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the scheme's steps, whose turn it is, and the one button that leads on."""
    choice = get_round(request.actor, pk)
    context = {
        "round": choice,
        "edits": ROUND.may(request.actor, "edit"),
        "enters": WISH.may(request.actor, "enter"),
        "view": overview_of(choice, request.actor),
    }
    return render(request, "matching/round_show.html", context)
