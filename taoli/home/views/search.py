"""Find a student, or a record by its words."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.guidance.queries.grams import LENGTH, plain
from taoli.guidance.queries.search import AT_MOST, find_records
from taoli.roster.queries.students import student_rows

MOST_STUDENTS, LONGEST = 30, 60


@page(permission=("home.search", "view"))
def search(request: Request) -> HttpResponse:
    """Show the students within reach by name, initials, number or class, and the records I may read by their words."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    students = list(student_rows(request.actor, text)[: MOST_STUDENTS + 1]) if text else []
    context = {
        "text": text,
        "students": students[:MOST_STUDENTS],
        "more_students": len(students) > MOST_STUDENTS,
        "records": find_records(request.actor, text),
        "at_most": AT_MOST,
        "short": bool(text) and len(plain(text).replace(" ", "")) < LENGTH,
        "tells": opens(request.actor, "guidance:student_timeline"),
    }
    return render(request, "home/search.html", context)
