"""The bureau's rounds of star mentors."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.stars import rounds


@page(permission=("oversight.star_round", "edit"))
def star_round_list(request: Request) -> HttpResponse:
    """List them, the latest first."""
    return render(request, "oversight/star_round_list.html", {"rows": rounds(request.actor)})
