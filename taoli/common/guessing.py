"""Wrong codes typed from one address: after many of them that address waits; every other one goes on.

A code that rests after ten wrong guesses (`matching.services.codes`, `guidance.services`) stops whoever knows half of
it. This stops whoever tries one after the other. A school or a village is one address, so many tries are left before
it waits, and it waits for minutes only. Kept in this process's memory: nothing is written for a stranger's guess.
"""

import contextlib
import datetime as dt
import ipaddress
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError

MOST, WAIT = 200, dt.timedelta(minutes=5)
ADDRESSES = 20_000  # remembered at once; beyond that those whose time is over are forgotten, then all
SUBNET = 64  # of an IPv6 address: what one household or school has

_tries: dict[tuple[str, str], tuple[int, dt.datetime]] = {}


class ShutError(TaoliError):
    """An address has tried too often."""


@contextlib.contextmanager
def counted(request: HttpRequest, door: str, most: int = MOST) -> Iterator[None]:
    """Count what is refused inside (TaoliError) against the address; ShutError, before anything, when it was too often.

    `door`: what is guessed; each door counts for itself.
    """
    key = (door, address_of(request))
    if key[1] and _shut(key, most):
        raise ShutError(
            _("Too many wrong codes have come from this network. Please wait five minutes; elsewhere they go on.")
        )
    try:
        yield
    except TaoliError:
        if key[1]:
            _note(key)
        raise


def spend(request: HttpRequest, door: str, most: int) -> None:
    """Count a deed that anybody may do, as asking for an appointment; ShutError when its address did it too often."""
    key = (door, address_of(request))
    if not key[1]:
        return
    if _shut(key, most):
        raise ShutError(_("Very many have come from this network just now. Please wait five minutes, or telephone."))
    _note(key)


def address_of(request: HttpRequest) -> str:
    """Return whose address it is; "" where it cannot be told, as behind a proxy that the server does not know of."""
    shown = str(request.META.get("REMOTE_ADDR", ""))
    if settings.SECURE_PROXY_SSL_HEADER:  # TAOLI_BEHIND_PROXY: then the proxy writes this header anew
        shown = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rsplit(",", 1)[-1].strip()
    try:
        address = ipaddress.ip_address(shown)
    except ValueError:
        return ""
    if address.is_loopback:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, SUBNET), strict=False))
    return str(address)


def forget() -> None:
    """Forget all tries."""
    _tries.clear()


def _shut(key: tuple[str, str], most: int) -> bool:
    count, since = _tries.get(key, (0, clock.now()))
    return count >= most and clock.now() - since < WAIT


def _note(key: tuple[str, str]) -> None:
    now = clock.now()
    count, since = _tries.get(key, (0, now))
    _tries[key] = (count + 1, since) if now - since < WAIT else (1, now)
    if len(_tries) > ADDRESSES:
        for old in [one for one, (_count, begun) in _tries.items() if now - begun >= WAIT]:
            del _tries[old]
        if len(_tries) > ADDRESSES:
            _tries.clear()
