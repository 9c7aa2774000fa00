"""How often one device has tried in vain: kept in a signed cookie of its own, not by address."""

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from taoli.common import clock

COOKIE, MOST, SECONDS = "visit_tries", 20, 300
Tries = tuple[int, int]


def tired(request: HttpRequest) -> bool:
    """Say whether this device has tried so often within five minutes that it waits."""
    return _tries(request)[0] >= MOST


def note_try(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Count one more on the answer's way back; return it."""
    count, since = _tries(request)
    answer.set_signed_cookie(
        COOKIE, f"{count + 1}.{since}", max_age=SECONDS, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return answer


def _tries(request: HttpRequest) -> Tries:
    now = int(clock.now().timestamp())
    try:
        count, since = (request.get_signed_cookie(COOKIE, default="") or "0.0").split(".")
    except (BadSignature, ValueError):
        return 0, now
    return (int(count), int(since)) if now - int(since) < SECONDS else (0, now)
