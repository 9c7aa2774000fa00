"""The objections of the term: what waits for an answer first."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.queries.objections import objections
from taoli.roster.queries.calendar import current_term


@page(permission=("evaluation.objection", "answer"))
def objection_list(request: Request) -> HttpResponse:
    """List them; the text of each is read on its own page."""
    term = current_term(request.actor.school_id)
    rows = objections(request.actor, term)
    log_view(
        request.actor, "evaluation.objection", [row.objection.pk for row in rows], page="evaluation:objection_list"
    )
    return render(request, "evaluation/objection_list.html", {"term": term, "rows": rows})
