"""The bureau's base scheme: the draft and the versions published."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.bases import bases, draft_of


@page(permission=("oversight.base", "view"))
def base_list(request: Request) -> HttpResponse:
    """List the versions, newest first, the draft above them."""
    context = {"rows": bases(request.actor), "draft": draft_of(request.actor)}
    return render(request, "oversight/base_list.html", context)
