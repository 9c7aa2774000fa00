"""One exam: its classes and mentors in words."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.exam_pages import show_exam
from taoli.archive.services import may_undo
from taoli.common.pages import Request, page


@page(permission=("archive.exam", "view"))
def exam_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show how many wrote it and how they lie beside their own past; no names and no marks."""
    view = show_exam(request.actor, pk)
    context = {"view": view, "undoes": view.last is not None and may_undo(view.last)}
    return render(request, "archive/exam_show.html", context)
