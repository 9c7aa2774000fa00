"""One school as the bureau is told of it."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.blocks import blocks
from taoli.oversight.queries.comparing import peers
from taoli.oversight.queries.grades import grade_rows
from taoli.oversight.queries.members import get_member
from taoli.oversight.queries.scopes import scope_of, scope_of_school, weeks_of
from taoli.oversight.queries.tellings import told_of
from taoli.oversight.queries.trends import trend


@page(permission=("oversight.overview", "view"))
def overview_school(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show whom to call, its own past, its grades, the middle half of its kind; 404: no such school in that week."""
    actor, chosen = request.actor, {"week": request.GET.get("week", "")}
    scope, wide = scope_of_school(actor, str(pk), chosen), scope_of(actor, chosen)
    if scope is None or wide is None:
        raise Http404
    told = told_of(actor, scope)
    context = {
        "scope": scope,
        "school": scope.schools[0],
        "member": get_member(actor, pk),
        "blocks": blocks(told),
        "trend": trend(actor, scope, "without_mentor"),
        "beside": peers(actor, scope, wide, "families_home"),
        "grades": grade_rows(actor, scope),
        "weeks": weeks_of(actor),
    }
    return render(request, "oversight/overview_school.html", context)
