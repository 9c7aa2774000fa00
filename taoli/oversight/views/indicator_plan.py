"""The regional indicators: whom to ask, and what came of it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.pages import Request, page
from taoli.oversight.queries.surveyed import WIDTHS, by_term, plan, ready_questions


@page(permission=("oversight.overview", "view"))
def indicator_plan(request: Request) -> HttpResponse:
    """Show how many to ask in each district, which schools a seed draws, the questions, and the shares by term."""
    found = plan(request.actor, request.GET.dict())
    if found is None:
        return redirect("oversight:overview_show")
    widths = [(str(one), f"± {one} %") for one in WIDTHS]
    context = {"plan": found, "widths": widths, "terms": by_term(request.actor), "ready": ready_questions()}
    return render(request, "oversight/indicator_plan.html", context)
