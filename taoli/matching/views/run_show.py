"""A draft to look at: shares, loads, the certificate, and the board to move students by hand."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.permissions import ROUND, SEAT
from taoli.matching.queries.board import board_data, board_of, get_run
from taoli.matching.queries.results import result_of


@page(permission=("matching.seat", "view"))
def run_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a run in any of its states; only a finished one has a board."""
    run = get_run(request.actor, pk)
    context = {"run": run, "round": run.round, "edits": ROUND.may(request.actor, "edit")}
    context["may_move"] = run.state == "draft" and SEAT.may(request.actor, "move")
    if run.state in {"draft", "published"}:
        log_view(request.actor, "matching.run", [run.pk], page="matching:run_show")
        board = board_of(request.actor, run)
        context |= {"board": board, "data": board_data(board, run), "result": result_of(request.actor, run, board)}
    elif run.state == "impossible":
        context["result"] = result_of(request.actor, run, None)
    return render(request, "matching/run_show.html", context)
