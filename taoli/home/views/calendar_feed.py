"""Somebody's days, for a calendar program."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from taoli.common.pages import page
from taoli.home.queries.feed import open_feed, reader_of
from taoli.home.services.feeds import calendar_of, may_fetch


@page(permission="public", kind="file")
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer whoever has the private address, sixty times an hour at most; 404 for any other."""
    feed = open_feed(token)
    actor = reader_of(feed) if feed else None
    if feed is None or actor is None:
        raise Http404
    if not may_fetch(feed):
        return HttpResponse(status=429, headers={"Retry-After": "3600"})
    data = calendar_of(feed, actor, request.build_absolute_uri(reverse("home:today")))
    headers = {"Cache-Control": "no-store, private", "X-Robots-Tag": "noindex"}
    return HttpResponse(data, content_type="text/calendar; charset=utf-8", headers=headers)
