"""Errors people can read, and the pages that show them."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render


class TaoliError(Exception):
    """A refusal with a sentence for the person; the page shows it, nothing has changed."""

    def __init__(self, message: object) -> None:
        """Keep the (lazy) sentence."""
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class ConflictError(TaoliError):
    """Somebody else changed the row meanwhile; the text is kept for the loser."""


class BusyError(TaoliError):
    """The database took no more writers; nothing was written, and the same form may be sent again."""


class RefusalPage:
    """Answers a refusal that no view has shown beside its form with its sentence: 409; a BusyError 503, to be sent
    again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show the page; anything else is not for here."""
        if not isinstance(error, TaoliError):
            return None
        if not isinstance(error, BusyError):
            return render(request, "409.html", {"sentence": error}, status=409)
        answer = render(request, "503.html", {"sentence": error}, status=503)
        answer["Retry-After"] = "5"
        return answer


def bad_request(request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """Show 400."""
    return _page(request, 400)


def forbidden(request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """Show 403."""
    return _page(request, 403)


def not_found(request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """Show 404."""
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Show 500."""
    return _page(request, 500)


def csrf_failure(request: HttpRequest, **_kwargs: Any) -> HttpResponse:
    """Show what to do when the page was open too long."""
    return render(request, "csrf.html", status=403)


def _page(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, f"{status}.html", status=status)
