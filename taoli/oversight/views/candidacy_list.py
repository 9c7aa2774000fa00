"""The school's applications for stars of the area."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.candidacies import candidacies, offered_rounds


@page(permission=("oversight.candidacy", "endorse"))
def candidacy_list(request: Request) -> HttpResponse:
    """List them, those that wait for the school first, and the rounds of the bureaus."""
    context = {"rows": candidacies(request.actor), "rounds": offered_rounds(request.actor)}
    return render(request, "oversight/candidacy_list.html", context)
