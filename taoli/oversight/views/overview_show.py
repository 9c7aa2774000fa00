"""The area at a glance: what has been released of a week."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.blocks import blocks
from taoli.oversight.queries.scopes import districts_in, scope_of, stages_in, weeks_of
from taoli.oversight.queries.tellings import told_of
from taoli.oversight.queries.trends import trend


@page(permission=("oversight.overview", "view"))
def overview_show(request: Request) -> HttpResponse:
    """Show charts, the numbers one tap away; filters only add up what has been released."""
    scope = scope_of(request.actor, request.GET.dict())
    if scope is None:
        return render(request, "oversight/overview_show.html", {"scope": None})
    told = told_of(request.actor, scope)
    context = {
        "scope": scope,
        "blocks": blocks(told),
        "trend": trend(request.actor, scope, "without_mentor"),
        "weeks": weeks_of(request.actor),
        "districts": districts_in(scope.release),
        "stages": stages_in(scope.release),
    }
    return render(request, "oversight/overview_show.html", context)
