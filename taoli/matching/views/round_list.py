"""The school's rounds of pairing."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.permissions import ROUND
from taoli.matching.queries.rounds import rounds, steps
from taoli.schemes.queries import published


@page(permission=("matching.round", "view"))
def round_list(request: Request) -> HttpResponse:
    """List them with the step each has come to."""
    rows = [
        {"round": row, "now": next((step for step in steps(row) if step.state == "now"), None)}
        for row in rounds(request.actor)
    ]
    context = {
        "rows": rows,
        "edits": ROUND.may(request.actor, "edit"),
        "scheme": published(request.actor.school_id),
    }
    return render(request, "matching/round_list.html", context)
