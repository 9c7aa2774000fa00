"""Emptying the outbox: what is due goes to the channels, each notice once."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.notifications.channels import CHANNELS
from taoli.notifications.models import Delivery, Notice, Quiet
from taoli.notifications.phrases import safety_kinds
from taoli.notifications.queries.hours import hours_of
from taoli.notifications.services.planning import plan

BATCH = 500


def deliver(*, by: Actor, only_safety: bool = False) -> int:
    """Hand what is due to every channel that its receiver has not quietened; return how many notices were settled.

    At night and on days without lessons only safety kinds go; everything else stays in the outbox.
    """
    total = 0
    while settled := _batch(by, only_safety=only_safety):
        total += settled
    return total


def _batch(by: Actor, *, only_safety: bool) -> int:
    now = clock.now()
    rows = Notice.objects.of(by.school_id).filter(Q(due_at__lte=now) | Q(due_at=None), settled_at=None)
    if only_safety or not hours_of(by.school_id).open(now):
        rows = rows.filter(kind__in=safety_kinds())
    if not rows.exists():
        return 0
    with change(by=by, action="notice.deliver") as note:
        due = list(rows.select_for_update().order_by("due_at", "id")[:BATCH])
        taken = _take(by.school_id, due, now)
        for row in due:
            row.settled_at, row.due_at = now, row.due_at or now
        Notice.objects.of(by.school_id).bulk_update(due, ["settled_at", "due_at"])
        note.data = {"settled": len(due), **taken}
    return len(due)


def _take(school_id: int, due: Sequence[Notice], now: dt.datetime) -> dict[str, int]:
    quiet = set(
        Quiet.objects.of(school_id)
        .filter(person_id__in={one.receiver_id for one in due})
        .values_list("person_id", "channel", "kind")
    )
    always = set(safety_kinds())
    found: dict[str, int] = {}
    for channel in CHANNELS:
        wanted = [
            one
            for one in due
            if one.kind in always
            or not quiet & {(one.receiver_id, channel.code, one.kind), (one.receiver_id, channel.code, "")}
        ]
        taken = channel.take(school_id, wanted)
        Delivery.objects.bulk_create(
            Delivery(school_id=school_id, notice=one, channel=channel.code, at=now) for one in taken
        )
        found[channel.code] = len(taken)
    return found | plan(school_id, due, quiet, now)
