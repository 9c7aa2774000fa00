"""Shut out a phone."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from taoli.common.pages import Request, page
from taoli.guidance import services


@page(permission=("guidance.outbox", "write"), kind="action", methods=("POST",))
def device_close(request: Request, pk: uuid.UUID) -> HttpResponse:
    """A lost phone: what it still sends waits to be looked at, and it forgets what it kept when it next has network."""
    if services.device_close(by=request.actor, pk=pk):
        messages.success(request, _("This phone no longer writes for you."))
    return redirect("guidance:offline_device")
