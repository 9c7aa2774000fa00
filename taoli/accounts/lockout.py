"""What somebody sees after too many wrong passwords."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(request: HttpRequest, _credentials: Any = None, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """Show the waiting page: this account on this device waits five minutes, everybody else goes on."""
    return render(request, "accounts/_locked.html", status=429)
