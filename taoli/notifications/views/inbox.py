"""What the school has told me."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.notifications.queries.inbox import inbox_of


@page(permission=("notifications.notice", "view"))
def inbox(request: Request) -> HttpResponse:
    """List the own notices, newest first, the new ones marked."""
    lines = inbox_of(request.actor)
    settings = opens(request.actor, "notifications:channel_list")
    context = {"lines": lines, "new": sum(line.new for line in lines), "settings": settings}
    return render(request, "notifications/inbox.html", context)
