"""The students one reaches."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.roster.queries.students import class_choices, student_rows
from taoli.roster.queries.tabs import roster_tabs

# A class, on one page.
PER_PAGE = 45


@page(permission=("roster.student", "view"))
def student_list(request: Request) -> HttpResponse:
    """List them by class, searchable by name, initials, number or class."""
    text, room = request.GET.get("q", "").strip(), request.GET.get("class", "")
    rows = Paginator(student_rows(request.actor, text, room), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "roster/student_list.html",
        {
            "rows": rows,
            "text": text,
            "room": room,
            "rooms": class_choices(request.actor),
            "tabs": roster_tabs(request.actor, "student_list"),
        },
    )
