"""我现在不安全: rings adult after adult until a person answers, by every channel, at any hour."""

import datetime as dt
import logging
import uuid
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor, Role, system
from taoli.common.unit import change
from taoli.guidance.models import UnsafeAlarm, UnsafeRing
from taoli.guidance.queries.adults import holders_of
from taoli.guidance.queries.alarms import get_alarm
from taoli.guidance.queries.talks import own_student
from taoli.notifications.models import Delivery
from taoli.notifications.services import To, deliver, notify, send_messages
from taoli.roster.models import Staff, Student, WatchTurn
from taoli.roster.queries.watch import on_duty

log = logging.getLogger(__name__)

EVERY = dt.timedelta(seconds=50)  # a job runs each minute, and a waiting page asks every few seconds
SECOND_FROM, HEAD_FROM = 2, 4  # rings after which the next rank is called as well
State, Rank = UnsafeAlarm.State, UnsafeRing.Rank


def press_unsafe(*, by: Actor, source: str) -> UnsafeAlarm:
    """Ring for the acting student now; a further press joins the open alarm, and rings anew if it was answered."""
    return press_for(by=by, student=own_student(by), source=source)


def press_for(*, by: Actor, student: Student, source: str) -> UnsafeAlarm:
    """Ring for a student; on paper `by` is whoever found the slip."""
    with change(by=by, action="unsafe.press") as note:
        alarm = _joined(student) or _made(student, source)
        note.object_id = alarm.pk
    ring_alarm(alarm)
    return alarm


def _joined(student: Student) -> UnsafeAlarm | None:
    now = clock.now()
    rows = UnsafeAlarm.objects.of(student.school_id).filter(student=student).exclude(state=State.CLOSED)
    rows.update(presses=F("presses") + 1, last_pressed_at=now)
    again = {"state": State.RINGING, "waves": 0, "rung_at": None, "answered_by": None, "answered_at": None}
    rows.filter(state=State.ANSWERED).update(**again)
    return rows.first()


def _made(student: Student, source: str) -> UnsafeAlarm:
    now = clock.now()
    try:
        with transaction.atomic():
            return UnsafeAlarm.objects.create(
                school_id=student.school_id, student=student, source=source, pressed_at=now, last_pressed_at=now
            )
    except IntegrityError:  # pressed twice in the same moment
        rows = UnsafeAlarm.objects.of(student.school_id).filter(student=student)
        return rows.exclude(state=State.CLOSED).get()


def ring_due(*, school_id: int) -> int:
    """Ring again wherever nobody has answered and the last ring is a minute old; returns how many alarms rang."""
    late = Q(rung_at=None) | Q(rung_at__lte=clock.now() - EVERY)
    rows = UnsafeAlarm.objects.of(school_id).filter(late, state=State.RINGING).order_by("pressed_at", "id")
    return sum(ring_alarm(alarm) for alarm in list(rows))


def ring_alarm(alarm: UnsafeAlarm) -> bool:
    """Ring once, unless another process has just done so; every attempt is kept with the channels that took it."""
    by, now = system(alarm.school_id), clock.now()
    late = Q(rung_at=None) | Q(rung_at__lte=now - EVERY)
    rows = UnsafeAlarm.objects.of(alarm.school_id).filter(late, pk=alarm.pk, state=State.RINGING)
    with change(by=by, action="unsafe.ring", object_id=alarm.pk) as note:
        if not rows.update(waves=F("waves") + 1, rounds=F("rounds") + 1, rung_at=now):
            return False
        row = UnsafeAlarm.objects.of(alarm.school_id).get(pk=alarm.pk)
        called = _called(row)
        _keep(row, called, now)
        receivers = [To("staff", pk) for pk, _rank in called]
        notify(by=by, to=receivers, kind="unsafe_ring", about=_about(row), link=_link(row.pk))
        note.data |= {"round": row.rounds, "called": len(called)}
    _send(by)
    _note_channels(row)
    return True


def _called(alarm: UnsafeAlarm) -> list[tuple[uuid.UUID, str]]:
    """Return who is called in this ring: each rank after its time, or at once where there is nobody before it."""
    now, school_id = clock.now(), alarm.school_id
    ranks: Sequence[tuple[str, int, list[uuid.UUID]]] = (
        (Rank.LEADER, 0, [one.pk for one in on_duty(school_id, now, WatchTurn.Post.LEADER)]),
        (Rank.SECOND, SECOND_FROM, [one.pk for one in on_duty(school_id, now, WatchTurn.Post.SECOND)]),
        (Rank.HEAD, HEAD_FROM, [*holders_of(school_id, Role.PRINCIPAL), *holders_of(school_id, Role.MORAL_OFFICE)]),
    )
    found: dict[uuid.UUID, str] = {}
    for rank, since, people in ranks:
        if not found or alarm.waves > since:
            found |= {pk: rank for pk in people if pk not in found}
    return list(found.items())


def _keep(alarm: UnsafeAlarm, called: Sequence[tuple[uuid.UUID, str]], now: dt.datetime) -> None:
    UnsafeRing.objects.bulk_create(
        UnsafeRing(school_id=alarm.school_id, alarm=alarm, staff_id=pk, rank=rank, wave=alarm.rounds, at=now)
        for pk, rank in called
    )


def _about(alarm: UnsafeAlarm) -> str:
    return f"unsafe:{alarm.pk}:{alarm.rounds}"


def _link(pk: uuid.UUID) -> str:
    return reverse("guidance:unsafe_show", args=[pk])


def _send(by: Actor) -> None:
    """Empty the outbox now; a channel that breaks must not stop the alarm: the next minute rings again."""
    try:
        deliver(by=by, only_safety=True)
        send_messages(by=by, only_safety=True)
    except Exception:
        log.exception("an alarm could not be sent", extra={"school": by.school_id})


def _note_channels(alarm: UnsafeAlarm) -> None:
    sent = Delivery.objects.of(alarm.school_id).filter(notice__kind="unsafe_ring", notice__about=_about(alarm))
    taken: dict[uuid.UUID, list[str]] = {}
    for staff_id, channel in sent.values_list("notice__receiver_id", "channel"):
        taken.setdefault(staff_id, []).append(channel)
    rings = UnsafeRing.objects.of(alarm.school_id).filter(alarm=alarm, wave=alarm.rounds)
    for staff_id, channels in taken.items():
        rings.filter(staff_id=staff_id).update(channels=sorted(channels))


def answer_alarm(*, by: Actor, pk: uuid.UUID) -> UnsafeAlarm:
    """我来: the ringing ends, the student and the others who were rung are told who comes.

    ConflictError: somebody else has answered already.
    """
    get_alarm(by, pk)
    with change(by=by, action="unsafe.answer", object_id=pk):
        rows = UnsafeAlarm.objects.of(by.school_id).filter(pk=pk)
        ringing = rows.filter(state=State.RINGING)
        if not ringing.update(state=State.ANSWERED, answered_by_id=by.person_id, answered_at=clock.now()):
            raise ConflictError(_("Somebody else has answered already; you can see below who."))
        alarm = rows.get()
        rings = UnsafeRing.objects.of(by.school_id).filter(alarm=alarm)
        others = [To("staff", one) for one in set(rings.values_list("staff_id", flat=True)) - {by.person_id}]
        params = {"mentor": str(by.person_id)}
        about = f"{_about(alarm)}:answered"
        notify(by=by, to=others, kind="unsafe_answered", about=about, params=params, link=_link(pk))
    _send(system(by.school_id))
    return alarm


def close_alarm(
    *, by: Actor, pk: uuid.UUID, outcome: str, note: str, follow_up: uuid.UUID, follow_on: dt.date
) -> UnsafeAlarm:
    """End an answered alarm: how it ended, what was done, and by name who looks after the student from which day.

    TaoliError: nobody has answered yet, or the person to follow up is not among the staff.
    """
    alarm = get_alarm(by, pk)
    with change(by=by, action="unsafe.close", object_id=pk, outcome=outcome):
        if not Staff.objects.of(by.school_id).filter(pk=follow_up, left_on=None).exists():
            raise TaoliError(_("Please name who looks after the student from now on."))
        rows = UnsafeAlarm.objects.of(by.school_id).filter(pk=alarm.pk, state=State.ANSWERED)
        done = {"state": State.CLOSED, "closed_by_id": by.person_id, "closed_at": clock.now()}
        kept = {"outcome": outcome, "note": note.strip(), "follow_up_id": follow_up, "follow_on": follow_on}
        if not rows.update(**done, **kept):
            raise TaoliError(_("It can be closed once somebody has answered."))
    return get_alarm(by, pk)
