"""Make my calendar's private address."""

from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common.pages import Request, page
from taoli.home.queries.feed import SHOWN_ONCE
from taoli.home.services.feeds import make_feed


@page(permission=("home.today", "view"), kind="action", methods=("POST",))
def feed_make(request: Request) -> HttpResponse:
    """Make it anew, so that an earlier one ends; the next page shows it once."""
    request.session[SHOWN_ONCE] = make_feed(by=request.actor)
    return redirect("home:today_hours")
