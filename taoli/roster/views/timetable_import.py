"""Upload the school's timetable."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.roster.forms import TimetableForm
from taoli.roster.phrases.calendar import problem_rows
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.services.timetable_import import preview


@page(permission=("roster.term", "edit"), methods=("GET", "POST"))
def timetable_import(request: Request) -> HttpResponse:
    """Read the file and show its problems or what it holds; nothing is changed before it is confirmed."""
    form = TimetableForm(request.POST or None, request.FILES or None)
    seen = None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        seen = preview(school_id=request.actor.school_id, name=file.name, data=file.read())
    context = {
        "form": form,
        "seen": seen,
        "problems": problem_rows(seen.problems) if seen else [],
        "tabs": roster_tabs(request.actor, "timetable_import"),
    }
    return render(request, "roster/timetable_import.html", context)
