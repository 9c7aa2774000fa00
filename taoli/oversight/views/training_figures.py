"""What was held of each part of the programme."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.oversight.queries.courses import part_rows


@page(permission=("oversight.course", "view"))
def training_figures(request: Request) -> HttpResponse:
    """Show this school year beside the one before; no school stands beside another."""
    return render(request, "oversight/training_figures.html", {"rows": part_rows(request.actor, clock.today())})
