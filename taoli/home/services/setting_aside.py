"""Suggestions that are not possible for a time, with the reason; and whether evenings are open."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.queries.choices import recordable
from taoli.home.models import OwnHours, SetAside
from taoli.home.queries.own import get_aside, me

DAY, WEEK = dt.timedelta(days=1), 7


@dataclass(frozen=True, slots=True)
class Effect:
    """What a reason does: hides for so many days (0: until next Monday); all that is done in person, or this way."""

    days: int
    in_person: bool


EFFECTS: Mapping[str, Effect] = {
    SetAside.Reason.ABSENT: Effect(1, in_person=True),
    SetAside.Reason.ILL: Effect(3, in_person=True),
    SetAside.Reason.AWAY: Effect(14, in_person=True),
    SetAside.Reason.DECLINED: Effect(30, in_person=False),
    SetAside.Reason.ELSEWHERE: Effect(0, in_person=True),
    SetAside.Reason.BUSY: Effect(1, in_person=False),
}


def set_aside(*, by: Actor, way: str, student_ids: Collection[uuid.UUID], reason: str) -> dt.date:
    """Hide a way for these students for as long as the reason lasts; return the day on which it comes back.

    The audit row says how many and until when; why stays with the row. TaoliError: nobody chosen, not one's own, an
    unknown reason.
    """
    if reason not in EFFECTS or not student_ids:
        raise TaoliError(_("Please say for whom and why."))
    effect, today = EFFECTS[reason], clock.today()
    until = today + (effect.days or WEEK - today.weekday()) * DAY
    students = recordable(by, list(student_ids))
    if len(students) != len(set(student_ids)):
        raise TaoliError(_("One of the students is not yours today. Please open Today again."))
    kept = "" if effect.in_person else way
    with change(by=by, action="today.set_aside", way=kept, until=until, students=sorted(map(str, student_ids))):
        SetAside.objects.bulk_create(
            SetAside(
                school_id=by.school_id,
                staff_id=me(by),
                student=student,
                way=kept,
                reason=reason,
                until=until,
                made_at=clock.now(),
            )
            for student in students
        )
    return until


def take_up_again(*, by: Actor, pk: uuid.UUID) -> None:
    """Let a suggestion come back before its day."""
    row = get_aside(by, pk)
    with change(by=by, action="today.take_up_again", object_id=pk):
        SetAside.objects.of(by.school_id).filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=clock.now())


def open_evenings(*, by: Actor, evenings: bool) -> None:
    """Open or close the evenings for the person's own suggestions."""
    with change(by=by, action="today.evenings", evenings=evenings):
        rows = OwnHours.objects.of(by.school_id).filter(staff_id=me(by))
        if not rows.update(evenings=evenings):
            OwnHours.objects.create(school_id=by.school_id, staff_id=me(by), evenings=evenings)
