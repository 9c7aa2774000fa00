"""The month on one page of paper, to be read in a minute."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.pages import Request, page
from taoli.oversight.queries.month import month_of
from taoli.oversight.queries.scopes import scope_of


@page(permission=("oversight.overview", "view"))
def month_show(request: Request) -> HttpResponse:
    """Show five sentences, three small charts, and what waits."""
    scope = scope_of(request.actor, request.GET.dict())
    if scope is None:
        return redirect("oversight:overview_show")
    return render(request, "oversight/month_show.html", {"scope": scope, "month": month_of(request.actor, scope)})
