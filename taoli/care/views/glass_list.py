"""When the glass was broken."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.sealed import glass_rows
from taoli.common.pages import Request, opens, page


@page(permission=("care.break_glass", "view"))
def glass_list(request: Request) -> HttpResponse:
    """Show the asker's own, what one was second to, and to the counsellor afterwards what was opened."""
    context = {"rows": glass_rows(request.actor), "asks": opens(request.actor, "care:glass_ask")}
    return render(request, "care/glass_list.html", context)
