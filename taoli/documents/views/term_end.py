"""The end of the term on one page: its steps in order, what each waits for, its one button."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.documents.queries.term_steps import term_steps
from taoli.roster.queries.calendar import current_term


@page(permission=("documents.form", "appraisal"))
def term_end(request: Request) -> HttpResponse:
    """Show the steps of the current term's end."""
    term = current_term(request.actor.school_id)
    context = {"term": term, "steps": term_steps(request.actor, term) if term else []}
    return render(request, "documents/term_end.html", context)
