"""Take over holidays that were announced after the term was entered."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import resolve_url

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.phrases.calendar import APPLIED
from taoli.roster.queries.calendar import term_of_school
from taoli.roster.services.terms import take_over_announced


@page(permission=("roster.term", "edit"), kind="action", methods=("POST",))
def announced_fill(request: Request) -> HttpResponse:
    """Fill in the announced days of a term of which nothing is said yet."""
    term = term_of_school(request.actor.school_id, request.POST.get("term", ""))
    if term is None:
        raise Http404

    def work() -> str:
        days = take_over_announced(by=request.actor, term=term)
        messages.success(request, str(APPLIED) % {"days": days})
        return f"{resolve_url('schemes:calendar_show')}?term={term.pk}"

    return once(request, work)
