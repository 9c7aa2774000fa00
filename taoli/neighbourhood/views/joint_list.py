"""The joint meeting: departments, calendar, what was settled."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.meetings import joint_meetings, joint_members


@page(permission=("neighbourhood.joint", "view"))
def joint_list(request: Request) -> HttpResponse:
    """Show both lists."""
    context = {"meetings": joint_meetings(request.actor), "members": joint_members(request.actor)}
    return render(request, "neighbourhood/joint_list.html", context)
