"""Write without a network on this phone: what it means, switching it on and off, one's other phones."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.guidance.queries.outbox import devices_of


@page(permission=("guidance.outbox", "write"))
def offline_device(request: Request) -> HttpResponse:
    """Offer it where it may be: never on a shared computer; the browser adds whether it can."""
    context = {"devices": devices_of(request.actor), "shared": bool(request.session.get("shared"))}
    return render(request, "guidance/offline_device.html", context)
