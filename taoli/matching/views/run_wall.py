"""The wall sheet on A3, with codes, for a round table."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.queries.board import board_of, get_run
from taoli.matching.queries.wall import wall_of


@page(permission=("matching.seat", "move"))
def run_wall(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show every mentor's students by code, without wishes."""
    run = get_run(request.actor, pk, "move")
    log_view(request.actor, "matching.run", [run.pk], page="matching:run_wall")
    columns = wall_of(run, board_of(request.actor, run))
    return render(request, "matching/run_wall.html", {"run": run, "columns": columns})
