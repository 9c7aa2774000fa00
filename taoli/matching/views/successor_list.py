"""Pairings whose mentor no longer teaches the class, each with a successor."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.matching.forms import confirm_plan
from taoli.matching.queries.plans import successor_plan
from taoli.matching.services import year


@page(permission=("matching.year", "edit"), methods=("GET", "POST"))
def successor_list(request: Request) -> HttpResponse:
    """Show each with the proposed mentor, to be changed in place; write what is confirmed."""
    plan = successor_plan(request.actor.school_id, clock.today())
    answer = confirm_plan(request, plan, year.succeed)
    return answer if isinstance(answer, HttpResponse) else render(request, "matching/successor_list.html", answer)
