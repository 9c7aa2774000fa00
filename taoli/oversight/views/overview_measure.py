"""One measure in every school, in the order of strokes."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from taoli.common.pages import Request, page
from taoli.oversight.queries.comparing import compared
from taoli.oversight.queries.scopes import districts_in, scope_of, stages_in, weeks_of


@page(permission=("oversight.overview", "view"))
def overview_measure(request: Request, measure: str) -> HttpResponse:
    """Show each school beside the middle half of its kind; no other order is offered."""
    scope = scope_of(request.actor, request.GET.dict())
    if scope is None:
        return redirect("oversight:overview_show")
    try:
        found = compared(request.actor, scope, measure)
    except KeyError:
        raise Http404 from None
    context = {
        "scope": scope,
        "found": found,
        "weeks": weeks_of(request.actor),
        "districts": districts_in(scope.release),
        "stages": stages_in(scope.release),
    }
    return render(request, "oversight/overview_measure.html", context)
