"""Errors people can read, and the pages that show them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
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
