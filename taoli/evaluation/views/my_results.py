"""What my students and their families said in closed surveys, as far as it may be told."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.results import own_surveys


@page(permission=("evaluation.sheet", "own"))
def my_results(request: Request) -> HttpResponse:
    """Show the own figures beside the school's, and the texts that were released."""
    return render(request, "evaluation/my_results.html", {"surveys": own_surveys(request.actor)})
