"""Why a student has this mentor, beside the board."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.permissions import WISH
from taoli.matching.queries.board import get_run
from taoli.matching.queries.why import get_mover, why_lines


@page(permission=("matching.seat", "view"), kind="part")
def run_why(request: Request, pk: uuid.UUID, student: uuid.UUID) -> HttpResponse:
    """Answer with the explanation; wishes are for the office that runs the round."""
    run = get_run(request.actor, pk)
    person = get_mover(request.actor, run, student)
    lines = []
    if run.mode == "assigned" or WISH.may(request.actor, "view"):
        log_view(request.actor, "matching.wish", [student], page="matching:run_why")
        lines = why_lines(run, student)
    return render(request, "matching/_run_why.html", {"run": run, "student": person, "lines": lines})
