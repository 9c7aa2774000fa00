"""Regional indicators by term, each with its interval."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.evaluation.queries.indicators import closed_surveys, indicators


@page(permission=("evaluation.result", "view"))
def indicator_list(request: Request) -> HttpResponse:
    """Show the shares of yes of closed surveys, reckoned from what may be told."""
    context = {
        "indicators": indicators(request.actor),
        "closed": closed_surveys(request.actor),
        "may_review": opens(request.actor, "evaluation:comment_list"),
    }
    return render(request, "evaluation/indicator_list.html", context)
