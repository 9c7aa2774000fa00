"""送达情况: what has left Taoli, and what has not."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.notifications.queries.log import channel_counts, kind_counts, wrong_lines


@page(permission=("notifications.delivery", "view"))
def delivery_list(request: Request) -> HttpResponse:
    """Show counts by channel and by kind, and the messages that did not leave, with the reason."""
    context = {
        "counts": channel_counts(request.actor),
        "wrong": wrong_lines(request.actor),
        "kinds": kind_counts(request.actor),
    }
    return render(request, "notifications/delivery_list.html", context)
