"""The parents' school of a term: what is planned, what was held, what each class had."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.neighbourhood.queries.lectures import by_class, lectures
from taoli.roster.queries.calendar import current_term, term_of_school, terms


@page(permission=("neighbourhood.lecture", "view"))
def lecture_list(request: Request) -> HttpResponse:
    """Show a term's (`?term=`) within reach."""
    school = request.actor.school_id
    term = term_of_school(school, request.GET.get("term", "")) or current_term(school)
    context = {
        "term": term,
        "chosen": str(term.pk) if term else "",
        "terms": [(str(one.pk), one.name) for one in terms(school)],
        "rows": lectures(request.actor, term) if term else [],
        "rooms": by_class(request.actor, term) if term else [],
        "edits": opens(request.actor, "neighbourhood:lecture_edit"),
    }
    return render(request, "neighbourhood/lecture_list.html", context)
