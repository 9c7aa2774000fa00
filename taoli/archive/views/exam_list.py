"""The exams within reach."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.exam_pages import exam_rows
from taoli.common.pages import Request, opens, page


@page(permission=("archive.exam", "view"))
def exam_list(request: Request) -> HttpResponse:
    """Show them, the latest first."""
    context = {"rows": exam_rows(request.actor), "sets": opens(request.actor, "archive:exam_edit")}
    return render(request, "archive/exam_list.html", context)
