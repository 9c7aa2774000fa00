"""Telling persons something."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.notifications.models import Notice, NoticeMessage
from taoli.notifications.phrases import KINDS
from taoli.notifications.queries.hours import hours_of
from taoli.notifications.queries.receivers import To
from taoli.notifications.services.at_once import send_now

CHUNK = 500
WITHDRAWN = "withdrawn"  # a kind without a sentence
NOTHING: Mapping[str, Any] = {}


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
    wanted = {one.key(about): one for one in to}
    moment = due or now
    allowed = moment if KINDS[kind].safety else hours_of(by.school_id).next(moment)
    with change(by=by, action="notice.notify", object_id=str(about)[:40], kind=kind) as note:
        known = Notice.objects.of(by.school_id).filter(kind=kind, about__startswith=str(about))
        told = set(known.values_list("receiver_kind", "receiver_id", "about"))
        rows = [
            Notice(
                school_id=by.school_id,
                receiver_kind=one.kind,
                receiver_id=one.id,
                kind=kind,
                about=place[2],
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
        if rows and KINDS[kind].safety and moment <= now:
            transaction.on_commit(lambda: send_now.enqueue(school_id=by.school_id))
    return len(rows)


def withdraw(*, by: Actor, kind: str, about: object, receivers: Iterable[uuid.UUID]) -> None:
    """Take a notice back from these persons: it stands in no list and no count any more, nor what waits to leave."""
    with change(by=by, action="notice.withdraw", object_id=str(about)[:40]):
        rows = Notice.objects.of(by.school_id).filter(kind=kind, about=str(about), receiver_id__in=list(receivers))
        waiting = NoticeMessage.objects.of(by.school_id).filter(
            state=NoticeMessage.State.WAITING, safety=True, deliveries__notice__in=rows.values("pk")
        )
        NoticeMessage.objects.of(by.school_id).filter(pk__in=list(waiting.values_list("pk", flat=True))).update(
            state=NoticeMessage.State.DROPPED, settled_at=clock.now()
        )
        rows.update(kind=WITHDRAWN, link="", settled_at=clock.now())
