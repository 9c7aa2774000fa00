"""The school's ways to tell people outside Taoli."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.notifications.queries.settings import channel_lines, kinds_of_address


@page(permission=("notifications.channel", "edit"))
def channel_list(request: Request) -> HttpResponse:
    """List the channels: which are in use, how many people each reaches, what troubles it."""
    context = {
        "lines": channel_lines(request.actor),
        "kinds": kinds_of_address() if opens(request.actor, "notifications:address_list") else [],
        "log": opens(request.actor, "notifications:delivery_list"),
    }
    return render(request, "notifications/channel_list.html", context)
