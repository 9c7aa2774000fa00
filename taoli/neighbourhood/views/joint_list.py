"""The joint meeting: departments, calendar, what was settled."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.meetings import joint_meetings, joint_members


@page(permission=("neighbourhood.joint", "view"))
def joint_list(request: Request) -> HttpResponse:
    """Show both lists."""
    meetings, members = joint_meetings(request.actor), joint_members(request.actor)
    context = {"meetings": meetings, "members": members, "today": clock.today()}
    return render(request, "neighbourhood/joint_list.html", context)
