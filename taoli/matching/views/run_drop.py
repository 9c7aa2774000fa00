"""A card was dropped on a mentor: ask for the reason before anything is written."""

import uuid

from django.http import Http404, HttpResponse
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.matching.queries.board import get_run
from taoli.matching.queries.why import get_mover


@page(permission=("matching.seat", "move"), kind="action", methods=("POST",))
def run_drop(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Lead on to the page of this move, filled in."""
    run = get_run(request.actor, pk, "move")
    try:
        student = get_mover(request.actor, run, uuid.UUID(request.POST.get("card", "")))
        column = request.POST.get("column", "")
        mentor = f"?mentor={uuid.UUID(column)}" if column != "none" else ""
    except ValueError:
        raise Http404 from None
    answer = HttpResponse()
    answer["HX-Redirect"] = reverse("matching:seat_move", args=[pk, student.pk]) + mentor
    return answer
