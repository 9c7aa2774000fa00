"""The visit itself: arrived, left again, what came of it; and who asks when nobody has said to be back."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change, unit_of_work
from taoli.guidance.models import Appointment, GuidanceRecord, Side
from taoli.guidance.phrases import WAY_OF_PLACE, WAYS
from taoli.guidance.queries.appointments import not_back, of_tomorrow, students_of
from taoli.guidance.services.appointments import locked, move, write_step
from taoli.guidance.services.records import RecordFacts, record_submit
from taoli.guidance.services.telling import tell_not_back, tell_tomorrow

State, Place = Appointment.State, Appointment.Place
GRACE = dt.timedelta(minutes=30)  # after the planned end, before the office is asked to ring


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it: whether the family was there, a line for those entitled, one for the family, what is next."""

    met: bool = True
    minutes: int | None = None
    private_text: str = ""
    family_note: str = ""
    next_step: str = ""
    next_on: dt.date | None = None


def arrive(*, by: Actor, pk: uuid.UUID) -> Appointment:
    """Note that one has arrived; a second tap changes nothing. TaoliError: not today, or alone where two go."""
    with change(by=by, action="appointment.arrive", object_id=pk):
        row = _today(by, pk)
        if row.arrived_at is not None:
            return row
        if row.two_adults and row.place == Place.HOME and row.second_id is None:
            raise TaoliError(_("For this home two adults go together. Please telephone the office before you go in."))
        now = clock.now()
        row.arrived_at, row.back_by = now, now + dt.timedelta(minutes=row.minutes) + GRACE
        row.save(update_fields=["arrived_at", "back_by"])
        write_step(row, by, "arrived")
    return row


def leave(*, by: Actor, pk: uuid.UUID) -> Appointment:
    """Note that one has left again; a second tap changes nothing."""
    with change(by=by, action="appointment.leave", object_id=pk):
        row = _today(by, pk)
        if row.arrived_at is None:
            raise TaoliError(_("Please tap “arrived” first."))
        if row.back_at is None:
            row.back_at = clock.now()
            row.save(update_fields=["back_at"])
            write_step(row, by, "back")
    return row


def finish(*, by: Actor, pk: uuid.UUID, edit: int, outcome: Outcome) -> uuid.UUID:
    """Write the guidance record of an agreed appointment, by the place it was; return its occasion.

    TaoliError: not agreed, still to come, or a day before the holidays that precede the term.
    """
    with change(by=by, action="appointment.finish", object_id=pk):
        row = locked(by, pk, edit, "hold")
        if row.state != State.AGREED or row.starts is None:
            raise TaoliError(_("Only an agreed appointment has a result."))
        way = WAYS[WAY_OF_PLACE[row.place]]
        records = record_submit(
            by=by,
            student_ids=[one.pk for one in students_of(row)],
            facts=RecordFacts(
                kind=way.kind,
                channel=way.channel,
                held_on=timezone.localtime(row.starts).date(),
                made=outcome.met,
                place=str(way.place),
                minutes=outcome.minutes,
                planned=True,
                private_text=outcome.private_text,
                next_step=outcome.next_step,
                next_on=outcome.next_on,
            ),
        )
        row.occasion = records[0].occasion
        row.family_note = outcome.family_note.strip()
        if row.arrived_at is not None and row.back_at is None:
            row.back_at = clock.now()
        move(row, State.HELD if outcome.met else State.CANCELLED, Side.MENTOR)
        write_step(row, by, "held" if outcome.met else "not_met")
    return records[0].occasion


def hold_noted(*, by: Actor, records: Sequence[GuidanceRecord]) -> list[uuid.UUID]:
    """Close the own appointments that records just written tell of, and return them.

    On a visit without network the result is written on the record page; the appointment of that day, agreed with the
    same family for the same place, shall not stay open beside it, nor the office be asked to ring.
    """
    met = {WAYS[key].kind for key in WAY_OF_PLACE.values()}
    made = {row.student_id: row for row in records if row.made and row.kind in met}
    if by.person_kind != "staff" or not made:
        return []
    with unit_of_work():
        told = [row for row in _agreed_with(by, made) if _tells_of(made[row.student_id], row)]
        for row in told:
            _hold(by, row, made[row.student_id].occasion)
    return [row.pk for row in told]


def _agreed_with(by: Actor, students: Collection[uuid.UUID]) -> Iterable[Appointment]:
    """The actor's agreed appointments with these students, locked."""
    mine = Q(mentor_id=by.person_id) | Q(second_id=by.person_id)
    rows = Appointment.objects.of(by.school_id).filter(mine, state=State.AGREED, student_id__in=students)
    return rows.select_for_update(of=("self",)).order_by("id")


def _hold(by: Actor, row: Appointment, occasion: uuid.UUID) -> None:
    with change(by=by, action="appointment.hold", object_id=row.pk):
        row.occasion = occasion
        if row.arrived_at is not None and row.back_at is None:
            row.back_at = clock.now()
        move(row, State.HELD, Side.MENTOR)
        write_step(row, by, "held")


def _tells_of(record: GuidanceRecord, row: Appointment) -> bool:
    way = WAYS[WAY_OF_PLACE[row.place]]
    day = timezone.localtime(row.starts).date() if row.starts else None
    return (record.kind, record.channel, record.held_on) == (way.kind, way.channel, day)


def remind(*, by: Actor) -> dict[str, int]:
    """Remind of tomorrow's appointments, and ask the office to ring where nobody has said to be back; once each."""
    found = {"tomorrow": 0, "not_back": 0}
    with change(by=by, action="appointment.remind") as note:
        for row in of_tomorrow(by.school_id):
            found["tomorrow"] += tell_tomorrow(by=by, row=row)
        for row in not_back(by.school_id):
            found["not_back"] += tell_not_back(by=by, row=row)
            Appointment.objects.of(by.school_id).filter(pk=row.pk).update(asked_back_at=clock.now())
        note.data = dict(found)
    return found


def _today(by: Actor, pk: uuid.UUID) -> Appointment:
    row = locked(by, pk, _edit_of(by, pk), "hold")
    day = timezone.localtime(row.starts).date() if row.starts else None
    if row.state != State.AGREED or day != clock.today():
        raise TaoliError(_("“Arrived” and “left” belong to an appointment agreed for today."))
    return row


def _edit_of(by: Actor, pk: uuid.UUID) -> int:
    return Appointment.objects.of(by.school_id).filter(pk=pk).values_list("edit", flat=True).first() or 0
