"""What a move would break, before it is saved."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.permissions import SEAT
from taoli.matching.queries.board import get_run, sees_ranks
from taoli.matching.queries.checking import check_move
from taoli.matching.queries.why import get_mover


@page(permission=("matching.seat", "move"), kind="part")
def run_check(request: Request, pk: uuid.UUID, student: uuid.UUID) -> HttpResponse:
    """Answer for `?mentor=`: rules that break, the wishes it touches, and the best exchange when the mentor is full."""
    run = get_run(request.actor, pk, "move")
    person = get_mover(request.actor, run, student)
    try:
        checked = check_move(request.actor, run, person.pk, uuid.UUID(request.GET.get("mentor", "")))
    except (ValueError, KeyError):
        raise Http404 from None
    context = {
        "student": person,
        "mentor": request.GET["mentor"],
        "checked": checked,
        "sees_ranks": sees_ranks(request.actor, run),
        "overrides": SEAT.may(request.actor, "override"),
    }
    return render(request, "matching/_run_drop.html" if "drop" in request.GET else "matching/_run_check.html", context)
