"""How far the claims of groups have come, for the office; the numbers for the officer who runs the round."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.matching.queries.claims import claim_list_of, claimants
from taoli.matching.queries.marks import runs_it
from taoli.matching.queries.rounds import get_round
from taoli.matching.queries.work import works


@page(permission=("matching.claim", "count"))
def claim_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show every group; to the officer also the claims, and the mentors for whom claims on paper may be written."""
    choice = get_round(request.actor, pk)
    lines = claim_list_of(request.actor, choice)
    officer = runs_it(request.actor, choice)
    context = {
        "round": choice,
        "shows_round": opens(request.actor, "matching:round_show"),
        "lines": lines,
        "claimed": sum(bool(line.claims) for line in lines),
        "counts": officer,
        "mentors": claimants(choice) if officer else [],
        "open": works(request.actor, choice, "claim_groups"),
    }
    return render(request, "matching/claim_list.html", context)
