"""The result of a run at a glance: shares, chart of wishes, loads, what is promised and proved."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.permissions import ROUND
from taoli.matching.phrases import MODES
from taoli.matching.queries.board import board_of, get_run
from taoli.matching.queries.journal import journal
from taoli.matching.queries.results import load_lines, rank_bars, result_of


@page(permission=("matching.seat", "view"))
def run_result(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a finished run; others are shown by the board's page."""
    run = get_run(request.actor, pk)
    if run.state not in {"draft", "published"}:
        return redirect("matching:run_show", pk)
    log_view(request.actor, "matching.run", [run.pk], page="matching:run_result")
    board = board_of(request.actor, run)
    context = {
        "run": run,
        "round": run.round,
        "mode": MODES.get(run.mode, run.mode),
        "board": board,
        "result": result_of(request.actor, run, board),
        "bars": rank_bars(request.actor, run, board),
        "loads": load_lines(board),
        "changes": journal(request.actor, run),
        "rounds": ROUND.may(request.actor, "view"),
    }
    return render(request, "matching/run_result.html", context)
