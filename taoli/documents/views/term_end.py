"""The end of the term on one page: its steps in order, what each waits for, its one button."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.documents.official.registry import forms
from taoli.documents.queries.term_steps import term_steps
from taoli.roster.queries.calendar import current_term

PAPERS = ("appraisal_sheets", "public_notice", "commendation", "certificate", "monthly_sheet", "handbook_full")


@page(permission=("documents.form", "appraisal"))
def term_end(request: Request) -> HttpResponse:
    """Show the steps of the current term's end, and the forms printed then."""
    actor = request.actor
    term = current_term(actor.school_id)
    papers = [forms()[key] for key in PAPERS if actor.holds(*forms()[key].roles)]
    context = {"term": term, "steps": term_steps(actor, term) if term else [], "papers": papers}
    return render(request, "documents/term_end.html", context)
