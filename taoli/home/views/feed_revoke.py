"""End my calendar's private address."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from taoli.common.pages import Request, page
from taoli.home.services.feeds import revoke_feed


@page(permission=("home.today", "view"), kind="action", methods=("POST",))
def feed_revoke(request: Request) -> HttpResponse:
    """End it at once."""
    revoke_feed(by=request.actor)
    messages.success(request, _("The address no longer answers."))
    return redirect("home:today_hours")
