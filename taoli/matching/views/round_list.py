"""The school's rounds of pairing."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.permissions import ROUND
from taoli.matching.queries.overview import step_word
from taoli.matching.queries.rounds import rounds
from taoli.matching.queries.steps import present_steps
from taoli.schemes.queries import published


@page(permission=("matching.round", "view"))
def round_list(request: Request) -> HttpResponse:
    """List them with the step each has come to."""
    found = rounds(request.actor)
    present = present_steps(found)
    rows = [{"round": row, "step": step_word(present[row.pk])} for row in found]
    context = {
        "rows": rows,
        "edits": ROUND.may(request.actor, "edit"),
        "scheme": published(request.actor.school_id),
    }
    return render(request, "matching/round_list.html", context)
