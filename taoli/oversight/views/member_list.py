"""The schools of the bureau."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.members import members


@page(permission=("oversight.member", "view"))
def member_list(request: Request) -> HttpResponse:
    """List them in the order of strokes, those that left at the end of the page."""
    rows = list(members(request.actor))
    context = {"rows": [one for one in rows if not one.left_on], "gone": [one for one in rows if one.left_on]}
    return render(request, "oversight/member_list.html", context)
