"""Follow a notice to where it leads."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common.pages import Request, page
from taoli.notifications.services.own import read_notice


@page(permission=("notifications.notice", "view"), kind="file")
def notice_open(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Mark it as read and go on; opening it again changes nothing."""
    return redirect(read_notice(by=request.actor, pk=pk) or "notifications:inbox")
