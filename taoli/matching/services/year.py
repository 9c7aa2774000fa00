"""The operations of the year; each is written as one change that can be printed, most can be taken back."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change, unit_of_work
from taoli.engine.scheme.vocabulary import EndReason
from taoli.matching.models import Pairing, YearChange
from taoli.matching.queries.shifts import Shift
from taoli.matching.queries.standing import standing_of, unfit_words
from taoli.matching.services.shifting import DAY, Order, rearrange
from taoli.roster.models import Student
from taoli.roster.services import leaves, rooms, students

Kind = YearChange.Kind
AWAY = {"mentor_left": EndReason.MENTOR_LEFT, "mentor_away": EndReason.MENTOR_LEFT, "stopped": EndReason.MENTOR_CHANGED}


def part_with(
    *,
    by: Actor,
    staff_id: uuid.UUID,
    way: str,
    starts: dt.date,
    shifts: Sequence[Shift],
    ends: dt.date | None = None,
    note: str = "",
    beyond: bool = False,
) -> YearChange | None:
    """Give the students of a mentor to others from a day on: who leaves, is on leave, or is stopped by the office.

    All students must be among the shifts; None when there were none and only the roster was written.
    """
    with unit_of_work():
        _all_of(by, staff_id, shifts)
        more = {}
        if way == "mentor_away":
            leave = leaves.add_leave(by=by, staff_id=staff_id, starts=starts, ends=ends, substitute_id=None)
            more["leave"] = str(leave.pk)
        if way == "mentor_left":
            leaves.leave_school(by=by, staff_id=staff_id, last=starts - DAY)
            more["left"] = str(staff_id)
        if not shifts and more:
            return None
        order = Order(kind=way, starts=starts, reason=AWAY[way], note=note, beyond=beyond, more=more)
        return rearrange(by=by, order=order, shifts=shifts)


def stand_in(
    *, by: Actor, staff_id: uuid.UUID, substitute_id: uuid.UUID, starts: dt.date, ends: dt.date | None, note: str = ""
) -> YearChange:
    """Let somebody stand in for a mentor on leave: the pairings stay, the substitute reaches the students meanwhile."""
    with change(by=by, action="year.stand_in", object_id=staff_id, substitute=substitute_id, starts=starts, ends=ends):
        now = standing_of(by.school_id, starts)
        if barred := unfit_words(now, [substitute_id]):
            raise TaoliError(" ".join(barred))
        leave = leaves.add_leave(by=by, staff_id=staff_id, starts=starts, ends=ends, substitute_id=substitute_id)
        held = [one for one in now.live.values() if one.mentor_id == staff_id]
        more = {
            "leave": str(leave.pk),
            "staff": str(staff_id),
            "substitute": str(substitute_id),
            "ends": str(ends or ""),
        }
        return _written(by, Kind.STAND_IN, starts, held, note=note, more=more)


def place(*, by: Actor, starts: dt.date, shifts: Sequence[Shift], beyond: bool = False) -> YearChange:
    """Give students who have no mentor one, outside any round."""
    if any(one.was for one in shifts):
        raise ConflictError(_("Some of these students have a mentor by now. Please look again."))
    chosen = [one for one in shifts if one.mentor_id]
    order = Order(kind=Kind.PLACED, starts=starts, reason="", beyond=beyond)
    return rearrange(by=by, order=order, shifts=chosen)


def succeed(*, by: Actor, starts: dt.date, shifts: Sequence[Shift], beyond: bool = False) -> YearChange:
    """Let successors take over where the mentor no longer teaches the class; a line that stays is left as it is."""
    held = dict(
        Pairing.objects.of(by.school_id).filter(pk__in=[one.was for one in shifts]).values_list("pk", "mentor_id")
    )
    changed = [one for one in shifts if one.was and one.mentor_id and held.get(one.was) != one.mentor_id]
    order = Order(kind=Kind.SUCCESSOR, starts=starts, reason=EndReason.MENTOR_CHANGED, beyond=beyond)
    return rearrange(by=by, order=order, shifts=changed)


def move_out(*, by: Actor, student_id: uuid.UUID, way: str, last: dt.date) -> YearChange | None:
    """Let a student leave or pause after a last day (today or before); the pairing, if any, ends with that reason."""
    if last > clock.today():
        raise TaoliError(_("The last day cannot lie in the future."))
    with unit_of_work():
        held = Pairing.objects.of(by.school_id).filter(student_id=student_id, ends=None).first()
        students.leave_school(by=by, student_id=student_id, last=last)
        if held is None:
            return None
        order = Order(kind=Kind.MOVED_OUT, starts=last + DAY, reason=way)
        return rearrange(by=by, order=order, shifts=[Shift(student_id, held.pk)])


def move_back(
    *,
    by: Actor,
    student_id: uuid.UUID,
    room_id: uuid.UUID,
    on: dt.date,
    mentor_id: uuid.UUID | None,
    beyond: bool = False,
) -> YearChange | None:
    """Let a student be at the school again from a day on (today or before), with a mentor if one is named."""
    if on > clock.today():
        raise TaoliError(_("The first day back cannot lie in the future."))
    with unit_of_work():
        students.come_back(by=by, student_id=student_id, room_id=room_id, on=on)
        if mentor_id is None:
            return None
        order = Order(kind=Kind.PLACED, starts=on, reason="", beyond=beyond)
        return rearrange(by=by, order=order, shifts=[Shift(student_id, None, mentor_id)])


def divide(
    *,
    by: Actor,
    new_rooms: Mapping[str, tuple[str, int]],
    room_by_student: Mapping[uuid.UUID, str],
    on: dt.date,
    shifts: Sequence[Shift],
    beyond: bool = False,
) -> YearChange | None:
    """Put students into new classes from a day on (today or before) and do with each pairing what was chosen.

    `new_rooms`: class name → (grade, number); classes in which nobody is left close. None when nobody had a mentor.
    """
    if on > clock.today():
        raise TaoliError(_("Classes can be changed from today on, or from a day before; please come back on that day."))
    with unit_of_work():
        ids = rooms.open_rooms(by=by, rooms=new_rooms)
        old = Student.objects.of(by.school_id).filter(pk__in=list(room_by_student))
        left = set(old.values_list("school_class_id", flat=True))
        target = {student: ids[name] for student, name in room_by_student.items()}
        students.move_classes(by=by, room_by_student=target, on=on)
        closed = rooms.close_empty(by=by, room_ids=left, on=on)
        if not shifts:
            return None
        more = {"moved": len(target), "closed": closed}
        order = Order(kind=Kind.DIVIDED, starts=on, reason=EndReason.CLASS_CHANGED, beyond=beyond, more=more)
        return rearrange(by=by, order=order, shifts=shifts)


def end_many(*, by: Actor, student_ids: Collection[uuid.UUID], reason: str, last: dt.date) -> YearChange:
    """End the pairings of all these students with a last day."""
    held = _held(by, student_ids)
    order = Order(kind=Kind.ENDED, starts=last + DAY, reason=reason)
    return rearrange(by=by, order=order, shifts=[Shift(one.student_id, one.pk) for one in held])


def reconfirm(*, by: Actor, student_ids: Collection[uuid.UUID], on: dt.date) -> YearChange:
    """Note that the pairings of these students go on for another year (TG: kept and reconfirmed yearly)."""
    with change(by=by, action="year.reconfirmed", on=on) as note:
        held = _held(by, student_ids)
        if not held:
            raise TaoliError(_("There is nobody to whom this applies."))
        note.data["students"] = len(held)
        return _written(by, Kind.RECONFIRMED, on, held)


def _held(by: Actor, student_ids: Collection[uuid.UUID]) -> list[Pairing]:
    wanted = set(student_ids)
    rows = Pairing.objects.of(by.school_id).filter(ends=None).order_by("id")
    return [one for one in rows if one.student_id in wanted]


def _all_of(by: Actor, staff_id: uuid.UUID, shifts: Sequence[Shift]) -> None:
    held = Pairing.objects.of(by.school_id).filter(mentor_id=staff_id, ends=None)
    if set(held.values_list("pk", flat=True)) != {one.was for one in shifts}:
        raise ConflictError(_("This mentor's students have changed since you opened the page. Please look again."))


def _written(
    by: Actor,
    kind: str,
    starts: dt.date,
    held: Sequence[Pairing],
    *,
    note: str = "",
    more: Mapping[str, str] | None = None,
) -> YearChange:
    """Keep a change that moves nobody."""
    lines = [
        {
            "student": str(one.student_id),
            "was": str(one.pk),
            "begun": "",
            "before": str(one.mentor_id),
            "after": str(one.mentor_id),
            "room": str(one.school_class_id),
        }
        for one in held
    ]
    return YearChange.objects.create(
        school_id=by.school_id,
        kind=kind,
        starts=starts,
        note=note.strip()[:200],
        shifts=lines,
        more=dict(more or {}),
        by_id=by.account_id,
        at=clock.now(),
    )
