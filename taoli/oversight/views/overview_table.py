"""The numbers of the overview as a table."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.pages import Request, page
from taoli.oversight.queries.blocks import blocks
from taoli.oversight.queries.scopes import scope_of
from taoli.oversight.queries.tellings import told_of


@page(permission=("oversight.overview", "view"))
def overview_table(request: Request) -> HttpResponse:
    """Show what the charts show, in numbers and words."""
    scope = scope_of(request.actor, request.GET.dict())
    if scope is None:
        return redirect("oversight:overview_show")
    context = {"scope": scope, "blocks": blocks(told_of(request.actor, scope))}
    return render(request, "oversight/overview_table.html", context)
