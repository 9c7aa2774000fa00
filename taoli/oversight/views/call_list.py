"""What the bureaus have announced to the school."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.oversight.queries.calls import call_rows


@page(permission=("oversight.call", "view"))
def call_list(request: Request) -> HttpResponse:
    """List the draws, the newest first."""
    context = {"rows": call_rows(request.actor), "packs": opens(request.actor, "oversight:inspection_list")}
    return render(request, "oversight/call_list.html", context)
