"""The zero character: nobody sees it, pasted text may hold it, and PostgreSQL keeps no text that does."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase

ZERO, UNREADABLE = "\0", "\ufffd"


class NoZeros:
    """Takes zero characters out of what was typed, so that nothing else is lost; in an address another sign stands for
    them, so that it is answered as any address that nobody has.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        """Look at the address."""
        if ZERO in request.path_info:
            request.path_info = request.path_info.replace(ZERO, UNREADABLE)
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = without(request.GET)
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, _args: Any, _kwargs: Any) -> None:
        """Look at a form, which the check of its origin has read by now; other bodies are left to their views."""
        if request.method == "POST" and not getattr(view, "csrf_exempt", False):
            typed = request.POST
            if any(ZERO in value for _name, values in typed.lists() for value in values):
                request.POST = without(typed)


def without(typed: QueryDict) -> QueryDict:
    """Return the same names and values without zero characters."""
    return QueryDict(typed.urlencode().replace("%00", ""), encoding=typed.encoding)
