"""Why a student has this mentor, as a page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.queries.board import get_run
from taoli.matching.queries.checking import seat_view
from taoli.matching.queries.journal import journal
from taoli.matching.queries.why import explained, get_seated


@page(permission=("matching.seat", "view"))
def run_student(request: Request, pk: uuid.UUID, student: uuid.UUID) -> HttpResponse:
    """Show seat, reasons as far as the actor may read wishes, and what was moved by hand."""
    run = get_run(request.actor, pk)
    person = get_seated(request.actor, run, student)
    log_view(request.actor, "matching.wish", [student], page="matching:run_student")
    context = {
        "run": run,
        "student": person,
        "seat": seat_view(run, student),
        "lines": explained(request.actor, run, student),
        "changes": [one for one in journal(request.actor, run) if student in {row.student_id for row in one.moves}],
    }
    return render(request, "matching/run_student.html", context)
