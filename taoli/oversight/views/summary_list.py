"""Which school has handed in which week: days only, no number."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date

from taoli.common.pages import Request, page
from taoli.oversight.queries.intake import intake


@page(permission=("oversight.intake", "view"))
def summary_list(request: Request) -> HttpResponse:
    """Show the last weeks of each school, or those until the week asked for."""
    try:
        until = parse_date(request.GET.get("until", ""))
    except ValueError:  # a day that no month has
        until = None
    return render(request, "oversight/summary_list.html", {"intake": intake(request.actor, until)})
