"""The log of readings: no log written, no data shown."""

import uuid
from collections.abc import Iterable

from taoli.common import clock
from taoli.common.models import ViewLog
from taoli.common.policy import Actor


def log_view(actor: Actor, noun: str, ids: Iterable[uuid.UUID | str], *, page: str = "") -> None:
    """Write one row for sensitive (L3) rows that somebody other than author or current mentor is about to see.

    Called before rendering, so a failing log gives an error page instead of the data.
    """
    seen = sorted(str(one) for one in ids)
    if seen:
        ViewLog.objects.create(
            school_id=actor.school_id,
            at=clock.now(),
            account_id=actor.account_id,
            person_id=actor.person_id,
            noun=noun,
            page=page,
            ids=seen,
        )
