"""Is this the demo, and may its doors be shown? Only in demo mode, and only to this very machine."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def is_open(request: HttpRequest) -> bool:
    """Say whether the demo's role links may be shown: demo mode, asked from and at a loopback address."""
    return bool(settings.DEMO) and _loopback(request.META.get("REMOTE_ADDR", "")) and _loopback_host(request)


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _loopback_host(request: HttpRequest) -> bool:
    host = request.get_host().rsplit(":", 1)[0].strip("[]")
    return host == "localhost" or _loopback(host)
