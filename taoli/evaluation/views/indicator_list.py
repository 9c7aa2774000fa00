"""Regional indicators by term, each with its interval."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.indicators import indicators


@page(permission=("evaluation.result", "view"))
def indicator_list(request: Request) -> HttpResponse:
    """Show the shares of yes of closed surveys, reckoned from what may be told."""
    return render(request, "evaluation/indicator_list.html", {"indicators": indicators(request.actor)})
