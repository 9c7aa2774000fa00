"""A test to myself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common.pages import Request, page
from taoli.notifications.services.channels import try_channel


@page(permission=("notifications.channel", "edit"), kind="action", methods=("POST",))
def channel_try(request: Request, code: str) -> HttpResponse:
    """Send a test to whoever asks, and show the provider's answer in words."""
    taken, words = try_channel(by=request.actor, code=code)
    (messages.success if taken else messages.warning)(request, words)
    return redirect("notifications:channel_edit", code)
