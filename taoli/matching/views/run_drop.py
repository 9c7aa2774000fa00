"""A card was dropped on a mentor, with the reason: the move, answered in data."""

import uuid

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import DropForm
from taoli.matching.queries.board import get_run
from taoli.matching.queries.journal import news
from taoli.matching.queries.why import get_mover


@page(permission=("matching.seat", "move"), kind="action", methods=("POST",))
def run_drop(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Move, then lead to what changed since `since`; a refusal is told as {text, news} with status 409."""
    run = get_run(request.actor, pk, "move")
    form = DropForm(request.POST)
    if not form.is_valid():
        raise Http404
    given = form.cleaned_data
    student = get_mover(request.actor, run, given["card"])

    def work() -> str:
        services.move_seat(
            by=request.actor,
            run_id=pk,
            student_id=student.pk,
            mentor_id=given["column"],
            reason=given["reason"],
            override=given["override"],
            edit=given["edit"],
            partner_id=given["partner"],
        )
        return f"{reverse('matching:run_news', args=[pk])}?since={given['since']}"

    try:
        return once(request, work)
    except (ConflictError, TaoliError) as refusal:
        now = get_run(request.actor, pk, "move")
        told = {"text": str(refusal), "news": news(request.actor, now, given["since"])}
        return JsonResponse(told, status=409)
