"""What is asked of me."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.ballots import asked


@page(permission="signed_in")
def ballot_list(request: Request) -> HttpResponse:
    """Show the open surveys in which I am asked, answered ones too."""
    return render(request, "evaluation/ballot_list.html", {"rows": asked(request.actor), "done": "done" in request.GET})
