"""One case."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.phrases import MOVE_WORDS, readers_words
from taoli.care.queries.case_view import get_case
from taoli.common.pages import Request, page


@page(permission=("care.tie", "follow"))
def case_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show reason, plan, steps and what one may do, as far as one may see them."""
    view = get_case(request.actor, pk)
    case = view.case
    mentor, leader = case.student.mentor, case.leader
    context = {
        "view": view,
        "case": case,
        "moves": [(do, words) for do, words in MOVE_WORDS.items() if do in view.may],
        "readers": readers_words(mentor.name if mentor else "", leader.name if leader else ""),
    }
    return render(request, "care/case_show.html", context)
