"""The bureau's draws."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.draws import draws


@page(permission=("oversight.draw", "view"))
def draw_list(request: Request) -> HttpResponse:
    """List them, the newest first."""
    return render(request, "oversight/draw_list.html", {"rows": list(draws(request.actor))})
