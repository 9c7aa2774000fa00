"""Upload the school's calendar."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.roster.forms import CalendarForm
from taoli.roster.phrases import unannounced_line
from taoli.roster.phrases.calendar import change_rows, exam_line, note_lines, problem_rows
from taoli.roster.queries.announced import unannounced_years
from taoli.roster.queries.calendar import current_term
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.services.calendar_import import preview


@page(permission=("roster.term", "edit"), methods=("GET", "POST"))
def calendar_import(request: Request) -> HttpResponse:
    """Read the workbook and show its problems or what it would change; nothing is changed before it is confirmed."""
    school = request.actor.school_id
    form = CalendarForm(request.POST or None, request.FILES or None)
    seen = None
    if request.method == "POST" and form.is_valid():
        seen = preview(school_id=school, data=form.cleaned_data["file"].read())
    term = current_term(school)
    years = unannounced_years(term.starts, term.ends) if term else []
    context: dict[str, Any] = {
        "form": form,
        "seen": seen,
        "term": term,
        "unannounced": unannounced_line(years) if years else "",
        "tabs": roster_tabs(request.actor, "term_edit"),
    }
    if seen is not None:
        context |= {
            "problems": problem_rows(seen.problems),
            "notes": note_lines(seen.notes),
            "changes": change_rows(seen.plan),
            "exams": exam_line(seen.exam_weeks),
        }
    return render(request, "roster/calendar_import.html", context)
