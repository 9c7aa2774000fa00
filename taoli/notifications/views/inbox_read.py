"""Everything is read."""

from django.http import HttpResponse
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.notifications.services.own import read_all


@page(permission=("notifications.notice", "view"), kind="action", methods=("POST",))
def inbox_read(request: Request) -> HttpResponse:
    """Mark all own notices as read."""

    def work() -> str:
        read_all(by=request.actor)
        return reverse("notifications:inbox")

    return once(request, work)
