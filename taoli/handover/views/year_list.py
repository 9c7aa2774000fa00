"""Changes of year: the plan that is open, and those that were applied."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.handover.permissions.year_change import YEAR_CHANGE
from taoli.handover.queries.leaving import waiting_back
from taoli.handover.queries.stops import tabs_of
from taoli.handover.queries.years import open_change, year_changes


@page(permission=("handover.year_change", "view"))
def year_list(request: Request) -> HttpResponse:
    """Show what is open and what was done, with the doors to leaving and graduation."""
    school = request.actor.school_id
    context = {
        "tabs": tabs_of(request.actor, "year_list"),
        "rows": year_changes(request.actor),
        "open": open_change(school),
        "waiting": waiting_back(school),
        "may_edit": YEAR_CHANGE.may(request.actor, "edit"),
    }
    return render(request, "handover/year_list.html", context)
