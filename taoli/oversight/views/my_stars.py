"""A mentor's stars of the area, own applications, and the rounds that are open."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.oversight.queries.candidacies import offered_rounds, own_candidacies, titles


@page(permission=("oversight.star_title", "own"))
def my_stars(request: Request) -> HttpResponse:
    """Show all three."""
    mine = own_candidacies(request.actor)
    there = {one.round_id for one in mine if one.state != "returned"}
    context = {
        "titles": titles(request.actor),
        "rows": mine,
        "rounds": [(one, one.pk not in there and one.state == "open") for one in offered_rounds(request.actor)],
        "today": clock.today(),
    }
    return render(request, "oversight/my_stars.html", context)
