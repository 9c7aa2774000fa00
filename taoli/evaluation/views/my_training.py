"""My own hours of training, and the lectures I have given."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.training import hours_between, lectures_of, own_parts
from taoli.roster.queries.calendar import current_term


@page(permission=("evaluation.training", "own"))
def my_training(request: Request) -> HttpResponse:
    """Show them, the latest first."""
    actor = request.actor
    term = current_term(actor.school_id)
    sum_ = hours_between(actor.school_id, actor.person_id, term.starts, term.ends) if term and actor.person_id else ""
    context = {
        "term": term,
        "hours": sum_,
        "rows": own_parts(actor),
        "lectures": lectures_of(actor.school_id, actor.person_id),
    }
    return render(request, "evaluation/my_training.html", context)
