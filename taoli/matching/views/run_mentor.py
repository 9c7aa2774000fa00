"""One mentor of a run: load, students, rules and why."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.queries.board import get_run
from taoli.matching.queries.mentor import mentor_view


@page(permission=("matching.seat", "view"))
def run_mentor(request: Request, pk: uuid.UUID, mentor: uuid.UUID) -> HttpResponse:
    """Show a mentor's students within reach; how many wished for the mentor is for the officer of the round."""
    run = get_run(request.actor, pk)
    view = mentor_view(request.actor, run, mentor)
    log_view(request.actor, "matching.seat", [seat.pk for seat, _words in view.seats], page="matching:run_mentor")
    return render(request, "matching/run_mentor.html", {"run": run, "view": view})
