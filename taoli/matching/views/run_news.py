"""What others (and the reader) moved on the board since a number: asked for quietly while the page is open."""

import uuid

from django.http import HttpResponse, JsonResponse

from taoli.common.pages import Request, page
from taoli.matching.queries.board import get_run
from taoli.matching.queries.journal import news


@page(permission=("matching.seat", "move"), kind="file")
def run_news(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Answer {edit, seats, loads, lines, undo} for `?since=`."""
    run = get_run(request.actor, pk, "move")
    text = request.GET.get("since", "")
    return JsonResponse(news(request.actor, run, int(text) if text.isdecimal() else 0))
