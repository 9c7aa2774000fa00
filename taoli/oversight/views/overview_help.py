"""Why a bureau is told in tens, in plain words."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page


@page(permission=("oversight.overview", "view"))
def overview_help(request: Request) -> HttpResponse:
    """Say what stands on the overview, what does not, and why."""
    return render(request, "oversight/overview_help.html")
