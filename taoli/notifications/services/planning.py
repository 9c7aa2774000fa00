"""What is due becomes messages of the outside channels: gathered for a person, at once where safety is concerned."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence

from django.utils import timezone

from taoli.notifications.channels import OUTSIDE, Outside
from taoli.notifications.models import Delivery, Notice, NoticeHabit, NoticeMessage
from taoli.notifications.phrases import safety_kinds
from taoli.notifications.queries.channels import addresses, channels_on
from taoli.notifications.queries.inbox import INBOX

# Several notices within so long after the first become one message.
WINDOW = dt.timedelta(minutes=30)
State = NoticeMessage.State
Quieted = Collection[tuple[uuid.UUID, str, str]]


def plan(school_id: int, due: Sequence[Notice], quiet: Quieted, now: dt.datetime) -> dict[str, int]:
    """Put each notice into a message of every channel that reaches its receiver; return how many a channel took.

    `quiet`: (person, channel, kind) that are quietened; a kind quiet in Taoli is quiet outside. Inside a transaction.
    """
    channels = [OUTSIDE[code] for code in channels_on(school_id) if code in OUTSIDE]
    if not channels:
        return {}
    reached = addresses(
        school_id, ((one.receiver_kind, one.receiver_id) for one in due), {one.reached_by for one in channels}
    )
    always = set(safety_kinds())
    found: dict[str, int] = {}
    for channel in channels:
        wanted = [
            one
            for one in due
            if (one.receiver_kind, one.receiver_id, channel.reached_by) in reached
            and (one.kind in always or not _quiet(quiet, one, channel.code))
        ]
        _put(school_id, channel, wanted, always, now)
        found[channel.code] = len(wanted)
    return found


def _quiet(quiet: Quieted, one: Notice, code: str) -> bool:
    person = one.receiver_id
    return any(mark in quiet for mark in ((person, code, ""), (person, code, one.kind), (person, INBOX, one.kind)))


def _put(
    school_id: int, channel: Outside, notices: Sequence[Notice], always: Collection[str], now: dt.datetime
) -> None:
    calm = [one for one in notices if one.kind not in always]
    open_ones = _open_messages(school_id, channel.code, calm)
    habits = _habits(school_id, calm)
    made: list[NoticeMessage] = []
    told: list[Delivery] = []
    for one in notices:
        person = (one.receiver_kind, one.receiver_id)
        safety = one.kind in always
        message = None if safety else open_ones.get(person)
        if message is None:
            when = now if safety else _when(habits.get(one.receiver_id), now)
            message = NoticeMessage(
                school_id=school_id,
                person_kind=one.receiver_kind,
                person_id=one.receiver_id,
                channel=channel.code,
                safety=safety,
                made_at=now,
                due_at=when,
            )
            made.append(message)
            if not safety:
                open_ones[person] = message
        told.append(Delivery(school_id=school_id, notice=one, channel=channel.code, at=now, message=message))
    NoticeMessage.objects.bulk_create(made)
    Delivery.objects.bulk_create(told)


def _open_messages(school_id: int, code: str, notices: Sequence[Notice]) -> dict[tuple[str, uuid.UUID], NoticeMessage]:
    """Return the message of each receiver that still waits for its first try."""
    rows = NoticeMessage.objects.of(school_id).filter(
        channel=code, state=State.WAITING, tries=0, safety=False, person_id__in={one.receiver_id for one in notices}
    )
    return {(row.person_kind, row.person_id): row for row in rows.select_for_update()}


def _habits(school_id: int, notices: Sequence[Notice]) -> Mapping[uuid.UUID, NoticeHabit]:
    rows = NoticeHabit.objects.of(school_id).filter(person_id__in={one.receiver_id for one in notices})
    return {row.person_id: row for row in rows}


def _when(habit: NoticeHabit | None, now: dt.datetime) -> dt.datetime:
    """Return when a gathered message leaves: at the person's time of day, or after the window."""
    if habit is None or habit.digest_at is None:
        return now + WINDOW
    local = timezone.localtime(now)
    day = local.date() + dt.timedelta(days=local.time() > habit.digest_at)
    return timezone.make_aware(dt.datetime.combine(day, habit.digest_at))
