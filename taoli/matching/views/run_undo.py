"""Take back a move of the board."""

import uuid

from django.http import HttpResponse, JsonResponse
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.board import get_run
from taoli.matching.queries.journal import news


@page(permission=("matching.seat", "move"), kind="action", methods=("POST",))
def run_undo(request: Request, pk: uuid.UUID, number: int) -> HttpResponse:
    """Undo the numbered change, then lead to what changed since `since`; a refusal is told as {text, news}."""
    get_run(request.actor, pk, "move")
    text = request.POST.get("since", "")
    since = int(text) if text.isdecimal() else 0

    def work() -> str:
        services.undo_move(by=request.actor, run_id=pk, number=number)
        return f"{reverse('matching:run_news', args=[pk])}?since={since}"

    try:
        return once(request, work)
    except TaoliError as refusal:
        now = get_run(request.actor, pk, "move")
        return JsonResponse({"text": str(refusal), "news": news(request.actor, now, since)}, status=409)
