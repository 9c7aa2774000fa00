"""Requests for another mentor, for the office alone."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.queries.year import asks


@page(permission=("matching.change_ask", "view"))
def change_list(request: Request) -> HttpResponse:
    """List what waits for an answer; reading it is logged."""
    rows = asks(request.actor)
    log_view(request.actor, "matching.change_ask", [row.pk for row in rows], page="matching:change_list")
    return render(request, "matching/change_list.html", {"rows": rows})
