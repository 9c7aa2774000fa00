"""The sheet of mentors and how many students each has (师生组合情况统计表), on paper."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.matching.queries.headcount import headcount_of
from taoli.matching.queries.work import work_round


@page(permission=("matching.pairing", "list"))
def headcount_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the sheet as it prints: of the pairings once they are published, before that of the mentors on offer."""
    choice = work_round(request.actor, pk)
    return render(
        request,
        "matching/headcount_show.html",
        {
            "round": choice,
            "shows_round": opens(request.actor, "matching:round_show"),
            "sheet": headcount_of(request.actor, choice),
        },
    )
