"""The drafts of a round side by side."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.permissions import ROUND
from taoli.matching.queries.drafts import drafts
from taoli.matching.queries.rounds import get_round


@page(permission=("matching.round", "view"))
def round_drafts(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show mode, draw number and figures of every draft."""
    choice = get_round(request.actor, pk)
    context = {
        "round": choice,
        "drafts": drafts(request.actor, choice),
        "edits": ROUND.may(request.actor, "edit") and choice.state != "published",
    }
    return render(request, "matching/round_drafts.html", context)
