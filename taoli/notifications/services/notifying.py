"""Telling persons something."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.notifications.models import Notice
from taoli.notifications.phrases import KINDS
from taoli.notifications.queries.hours import hours_of

CHUNK = 500
NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class To:
    """A receiver (Notice.Receiver and id; for a family the student), with what only this one's sentence needs."""

    kind: str
    id: uuid.UUID
    params: Mapping[str, Any] = field(default_factory=dict)
    link: str = ""


def notify(
    *,
    by: Actor,
    to: Iterable[To],
    kind: str,
    about: object,
    params: Mapping[str, Any] = NOTHING,
    link: str = "",
    due: dt.datetime | None = None,
) -> int:
    """Put a notice into the outbox for each receiver and return how many are new.

    `kind`: one of KINDS; `about`: what it is about: the same kind about the same thing is told nobody twice;
    `params`: ids and values for the sentence, never private text; `due`: when it shall come (now), moved to the next
    moment at which a notice may. KeyError: unknown kind.
    """
    now = clock.now()
    wanted = {(one.kind, one.id): one for one in to}
    moment = due or now
    allowed = moment if KINDS[kind].safety else hours_of(by.school_id).next(moment)
    with change(by=by, action="notice.notify", object_id=str(about)[:40], kind=kind) as note:
        known = Notice.objects.of(by.school_id).filter(kind=kind, about=str(about))
        told = set(known.values_list("receiver_kind", "receiver_id"))
        rows = [
            Notice(
                school_id=by.school_id,
                receiver_kind=one.kind,
                receiver_id=one.id,
                kind=kind,
                about=str(about),
                params={**params, **one.params},
                link=one.link or link,
                made_at=now,
                due_at=allowed,
            )
            for place, one in wanted.items()
            if place not in told
        ]
        Notice.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
        note.data["count"] = len(rows)
    return len(rows)
