"""A student's exams beside the own past."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.exam_chart import chart_of
from taoli.archive.queries.exam_pages import shown_history
from taoli.common.pages import Request, page
from taoli.common.policy import Role


@page(permission=("archive.scores", "view"))
def score_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show every exam that may be seen: a small line, and the marks one tap away."""
    student, past = shown_history(request.actor, pk)
    context = {
        "student": student,
        "past": past[::-1],
        "chart": chart_of(past),
        "own": request.actor.person_id == student.pk,
        "family": request.actor.holds(Role.GUARDIAN),
    }
    return render(request, "archive/score_list.html", context)
