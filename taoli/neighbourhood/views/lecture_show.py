"""One evening: when, who speaks, how many came from which class."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import CountForm, ReasonForm
from taoli.neighbourhood.permissions import LECTURE
from taoli.neighbourhood.queries.lectures import get_lecture, parts_of


@page(permission=("neighbourhood.lecture", "view"))
def lecture_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show counts, never names; whoever may count types the paper lists here."""
    lecture = get_lecture(request.actor, pk)
    parts = parts_of(lecture, request.actor)
    context = {
        "lecture": lecture,
        "parts": parts,
        "over": lecture.held_on <= clock.today(),
        "total": sum(one.came for one in parts),
        "sheets": sum(one.sheets for one in parts),
        "edits": LECTURE.can(request.actor, "edit", lecture),
        "form": CountForm(parts=parts) if LECTURE.can(request.actor, "count", lecture) else None,
        "reason": ReasonForm(),
    }
    return render(request, "neighbourhood/lecture_show.html", context)
