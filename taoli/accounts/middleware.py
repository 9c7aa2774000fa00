"""Puts the actor on the request; on a shared computer, signs out whoever has gone away."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from taoli.accounts.queries import get_actor
from taoli.common import clock

GRACE = 150  # seconds: an open page tells of somebody typing every two minutes
EACH = 60  # seconds between two writes of the moment somebody was last seen


class IdleSignOut:
    """Ends a session on a shared computer in which nothing has been asked for ten minutes; `request.idle` says so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        """Look at shared computers only; real time counts, also where the demo stands still."""
        request.idle = False
        if request.session.get("shared"):
            self._look(request, int(time.time()))
        return self.get_response(request)

    def _look(self, request: Any, now: int) -> None:
        seen = request.session.get("seen", 0)
        if seen and now - seen > settings.SHARED_IDLE + GRACE:
            request.idle = request.user.is_authenticated
            logout(request)
        elif now - seen >= EACH:
            request.session["seen"] = now


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
