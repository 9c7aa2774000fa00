"""What would break on each column of the board, while a card is being dragged."""

import uuid

from django.http import Http404, JsonResponse

from taoli.common.pages import Request, page
from taoli.matching.queries.board import get_run
from taoli.matching.queries.checking import column_hints
from taoli.matching.queries.why import get_mover


@page(permission=("matching.seat", "move"), kind="file")
def run_hints(request: Request, pk: uuid.UUID) -> JsonResponse:
    """Answer {mentor: words} for `?card=`."""
    run = get_run(request.actor, pk, "move")
    try:
        person = get_mover(request.actor, run, uuid.UUID(request.GET.get("card", "")))
    except ValueError:
        raise Http404 from None
    return JsonResponse(column_hints(run, person.pk))
