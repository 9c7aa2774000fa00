"""A mentor's own students in one exam, each beside the own past."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.archive.queries.exam_pages import get_exam, mentor_students
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("archive.exam", "view"))
def exam_mentor(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show words; marks are one tap away. `?mentor=`: whose students, one's own without it."""
    exam = get_exam(request.actor, pk)
    mentor = id_of(request.GET.get("mentor", ""))
    rows = mentor_students(request.actor, exam, mentor)
    if mentor and not rows:
        raise Http404
    context = {"exam": exam, "rows": rows, "own": mentor in {None, request.actor.person_id}}
    return render(request, "archive/exam_mentor.html", context)
