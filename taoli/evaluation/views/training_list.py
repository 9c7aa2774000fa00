"""Training of a term: sessions, and the hours of every mentor."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.evaluation.queries.training import hours_rows, sessions
from taoli.roster.queries.calendar import current_term, term_of_school, terms
from taoli.roster.queries.people import mentors


@page(permission=("evaluation.training", "view"))
def training_list(request: Request) -> HttpResponse:
    """Show a term's (`?term=`); the list of hours goes by staff number."""
    school = request.actor.school_id
    term = term_of_school(school, request.GET.get("term", "")) or current_term(school)
    context = {
        "term": term,
        "chosen": str(term.pk) if term else "",
        "terms": [(str(one.pk), one.name) for one in terms(school)],
        "rows": sessions(request.actor, term),
        "hours": hours_rows(school, term, sorted(mentors(school), key=lambda one: one.number)) if term else [],
        "own": opens(request.actor, "evaluation:my_training"),
        "edits": opens(request.actor, "evaluation:training_edit"),
    }
    return render(request, "evaluation/training_list.html", context)
