"""The students one reaches."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.roster.queries.students import student_rows


@page(permission=("roster.student", "view"))
def student_list(request: Request) -> HttpResponse:
    """List them by class, searchable by name, initials or number."""
    text = request.GET.get("q", "").strip()
    rows = student_rows(request.actor, text, request.GET.get("class", ""))
    return render(request, "roster/student_list.html", {"rows": rows, "text": text})
