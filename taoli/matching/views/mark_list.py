"""The office's page of the mentors' step: who has marked, and what mentors asked it to coordinate."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.queries.marks import coordinations, runs_it
from taoli.matching.queries.rounds import get_round, offers


@page(permission=("matching.offer", "coordinate"))
def mark_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """List the mentors by whether they are done, never how many wished for them; reasons are logged when read."""
    choice = get_round(request.actor, pk)
    asked = coordinations(choice)
    if asked:
        log_view(request.actor, "matching.coordination", [row.student_id for row in asked], page="matching:mark_list")
    rows = [row for row in offers(choice) if not row.absent]
    context = {
        "round": choice,
        "rows": rows,
        "asked": asked,
        "done": sum(row.marked_at is not None for row in rows),
        "mine": runs_it(request.actor, choice),
    }
    return render(request, "matching/mark_list.html", context)
