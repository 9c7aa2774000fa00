"""The units of a round."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.matching.queries.rounds import get_round
from taoli.matching.queries.units import unit_page


@page(permission=("matching.round", "view"))
def unit_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """List groups, rooms or classes with size, class and homeroom teacher, and say who is in none."""
    choice = get_round(request.actor, pk)
    context = {
        "round": choice,
        "shows_round": opens(request.actor, "matching:round_show"),
        "view": unit_page(choice),
        "groups": opens(request.actor, "matching:grouping_list"),
    }
    return render(request, "matching/unit_list.html", context)
