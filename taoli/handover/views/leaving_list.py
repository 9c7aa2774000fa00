"""Who has left before the end."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.handover.permissions.leaving import LEAVING
from taoli.handover.queries.leaving import leavings
from taoli.handover.queries.stops import tabs_of

A_PAGE = 50


@page(permission=("handover.leaving", "view"))
def leaving_list(request: Request) -> HttpResponse:
    """List them, the latest first."""
    pages = Paginator(leavings(request.actor), A_PAGE)
    context = {
        "tabs": tabs_of(request.actor, "leaving_list"),
        "page": pages.get_page(request.GET.get("page")),
        "may_edit": LEAVING.may(request.actor, "edit"),
    }
    return render(request, "handover/leaving_list.html", context)
