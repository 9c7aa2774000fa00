"""Puts the actor on the request."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from taoli.accounts.queries import get_actor
from taoli.common import clock


class ActorMiddleware:
    """Gives each request `actor` and `membership`: who acts, in which school; None when nobody is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        """Find the actor: two queries, and only for somebody signed in."""
        request.actor = request.membership = None
        if request.user.is_authenticated:
            found = get_actor(request.user, request.session.get("membership"), clock.today())
            if found:
                request.actor, request.membership = found
        return self.get_response(request)
