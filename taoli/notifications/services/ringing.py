"""What concerns safety: to every channel a person has, now, whatever the hour."""

from collections.abc import Iterable, Mapping
from typing import Any

from taoli.common.policy import Actor
from taoli.notifications.phrases import KINDS
from taoli.notifications.queries.receivers import To
from taoli.notifications.services.notifying import notify

NOTHING: Mapping[str, Any] = {}


def ring(
    *,
    by: Actor,
    to: Iterable[To],
    kind: str,
    about: object,
    attempt: int = 1,
    params: Mapping[str, Any] = NOTHING,
    link: str = "",
) -> int:
    """Tell persons by every channel each of them has, at once and at any hour; return how many notices are new.

    Once for each `attempt` number about the same thing: until somebody answers, call it again with the next number.
    ValueError: a kind that does not concern safety; KeyError: unknown kind.
    """
    if not KINDS[kind].safety:
        msg = f"{kind} does not concern safety"
        raise ValueError(msg)
    return notify(by=by, to=to, kind=kind, about=f"{about}#{attempt}", params=params, link=link)
