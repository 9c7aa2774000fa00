"""Students without a mentor are given one, outside any round."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.matching.forms import confirm_plan
from taoli.matching.queries.plans import alone_plan
from taoli.matching.services import year


@page(permission=("matching.year", "edit"), methods=("GET", "POST"))
def pairing_new(request: Request) -> HttpResponse:
    """Show each with the proposed mentor, to be changed in place; write what is confirmed."""
    plan = alone_plan(request.actor.school_id, clock.today())
    answer = confirm_plan(request, plan, year.place)
    return answer if isinstance(answer, HttpResponse) else render(request, "matching/pairing_new.html", answer)
