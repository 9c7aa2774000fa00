"""Why a student has this mentor, beside the board."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.permissions import SEAT
from taoli.matching.queries.board import get_run
from taoli.matching.queries.why import explained, get_seated


@page(permission=("matching.seat", "view"), kind="part")
def run_why(request: Request, pk: uuid.UUID, student: uuid.UUID) -> HttpResponse:
    """Answer with the explanation; wishes are for the office that runs the round."""
    run = get_run(request.actor, pk)
    person = get_seated(request.actor, run, student)
    log_view(request.actor, "matching.wish", [student], page="matching:run_why")
    lines = explained(request.actor, run, student)
    context = {"run": run, "student": person, "lines": lines, "moves": SEAT.may(request.actor, "move")}
    return render(request, "matching/_run_why.html", context)
