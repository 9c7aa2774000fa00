"""Appointments offered, answered, changed, called off: every change counted, locked and written down."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import (
    APPOINTMENT_MOVES,
    Appointment,
    AppointmentSibling,
    AppointmentSlot,
    AppointmentStep,
    Side,
)
from taoli.guidance.permissions import APPOINTMENT
from taoli.guidance.phrases import TOPICS, WHO, moment_words
from taoli.guidance.queries.appointments import OPEN
from taoli.guidance.queries.choices import recordable
from taoli.guidance.queries.visiting import AHEAD, EVER, needs_two, outside_hours, within
from taoli.guidance.services.refusals import note_refusal, take_back_refusal
from taoli.guidance.services.telling import tell_agreed, tell_answered, tell_offered, tell_second
from taoli.roster.models import Staff

State, Place = Appointment.State, Appointment.Place
MOST_SLOTS = 5
MINUTES = (10, 240)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the school offers: times, where, who comes along; `own_time`: also evenings, weekends and holidays."""

    slots: Sequence[dt.datetime]
    place: str = Place.HOME
    place_note: str = ""
    minutes: int = 40
    second_id: uuid.UUID | None = None
    own_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a family says: a time on offer taken (`slot`), something else asked for (`starts`, `place`), or neither:
    then it would rather not, this time or (`whole`) in this period.

    `who` and `how`: keys of WHO and HOW, where somebody of the school has heard it.
    """

    slot: uuid.UUID | None = None
    starts: dt.datetime | None = None
    place: str = ""
    place_note: str = ""
    words: str = ""
    whole: bool = False
    who: str = ""
    how: str = ""


def propose(*, by: Actor, student_ids: Sequence[uuid.UUID], offered: Offered) -> Appointment:
    """Offer times to the family of a student (and siblings); TaoliError: beyond reach, times that cannot be."""
    students = recordable(by, student_ids)
    if by.person_kind != "staff" or by.person_id is None or len(students) != len(set(student_ids)) or not students:
        raise TaoliError(_("One of the students is not yours to write for. Please choose from the list."))
    _check_offer(by, by.person_id, [one.pk for one in students], offered)
    with change(by=by, action="appointment.propose", students=[one.pk for one in students]) as note:
        row = Appointment.objects.create(
            school_id=by.school_id,
            student=students[0],
            mentor_id=by.person_id,
            second_id=offered.second_id,
            two_adults=needs_two(by.school_id, student_ids),
            place=offered.place,
            place_note=offered.place_note,
            minutes=offered.minutes,
            made_at=clock.now(),
        )
        note.object_id = row.pk
        AppointmentSibling.objects.bulk_create(
            AppointmentSibling(school_id=by.school_id, appointment=row, student=one) for one in students[1:]
        )
        _offer(row, Side.MENTOR, offered.slots)
        write_step(row, by, "proposed", times=offered.slots, place=offered.place)
        tell_offered(by=by, row=row)
        tell_second(by=by, row=row)
    return row


def repropose(*, by: Actor, pk: uuid.UUID, edit: int, offered: Offered) -> Appointment:
    """Offer other times or another place; what was agreed or asked for makes room for them."""
    with change(by=by, action="appointment.repropose", object_id=pk):
        row = locked(by, pk, edit, "edit")
        _check_offer(by, row.mentor_id, _students(row), offered)
        before = row.second_id
        row.place, row.place_note, row.minutes = offered.place, offered.place_note, offered.minutes
        row.second_id, row.starts = offered.second_id, None
        move(row, State.PROPOSED, Side.MENTOR)
        _offer(row, Side.MENTOR, offered.slots)
        write_step(row, by, "proposed", times=offered.slots, place=offered.place)
        tell_offered(by=by, row=row)
        if row.second_id != before:
            tell_second(by=by, row=row)
    return row


def accept_wish(*, by: Actor, pk: uuid.UUID, edit: int) -> Appointment:
    """Agree to what the family has asked for."""
    with change(by=by, action="appointment.accept", object_id=pk):
        row = locked(by, pk, edit, "edit")
        wish = AppointmentSlot.objects.of(by.school_id).filter(appointment=row, side=Side.FAMILY, closed_at=None)
        slot = wish.order_by("starts").first()
        if row.state != State.COUNTERED or slot is None:
            raise ConflictError(_("The family has said something else meanwhile. Please look again."))
        if slot.starts <= clock.now():
            raise TaoliError(_("%(when)s is over. Please offer another time.") % {"when": moment_words(slot.starts)})
        _check_second(row.place, row.second_id, two=row.two_adults)
        row.starts = slot.starts
        move(row, State.AGREED, Side.MENTOR)
        _close(row)
        write_step(row, by, "agreed", times=[slot.starts], place=row.place)
        tell_agreed(by=by, row=row)
    return row


def call_off(*, by: Actor, pk: uuid.UUID, edit: int) -> Appointment:
    """Call an appointment off."""
    with change(by=by, action="appointment.call_off", object_id=pk):
        row = locked(by, pk, edit, "edit")
        was_agreed = row.state == State.AGREED
        move(row, State.CANCELLED, Side.MENTOR)
        _close(row)
        write_step(row, by, "cancelled")
        if was_agreed:
            tell_agreed(by=by, row=row)
    return row


def set_companion(*, by: Actor, pk: uuid.UUID, edit: int, second_id: uuid.UUID | None) -> Appointment:
    """Let somebody else come along, or nobody; TaoliError where two adults go."""
    with change(by=by, action="appointment.second", object_id=pk):
        row = locked(by, pk, edit, "edit")
        _still_open(row)
        _check_companion(by.school_id, row.mentor_id, second_id)
        _check_second(row.place, second_id, two=row.two_adults)
        row.second_id = second_id
        row.edit += 1
        row.save(update_fields=["second", "edit"])
        write_step(row, by, "second")
        tell_second(by=by, row=row)
    return row


def set_topics(*, by: Actor, pk: uuid.UUID, edit: int, topics: Sequence[str]) -> Appointment:
    """Note what shall be brought up: keys of TOPICS; the family reads it beforehand."""
    with change(by=by, action="appointment.topics", object_id=pk):
        row = locked(by, pk, edit, "edit")
        _still_open(row)
        row.topics = [key for key in TOPICS if key in topics]
        row.edit += 1
        row.save(update_fields=["topics", "edit"])
        write_step(row, by, "topics")
    return row


def take(*, by: Actor, row_id: uuid.UUID, edit: int, answer: Answer, person_id: uuid.UUID | None = None) -> Appointment:
    """Take the family's answer: from their page (`by`), or heard by word of mouth by `person_id` of the staff.

    What they write stays in `family_words`; nobody has to say why. ConflictError: the school has changed it meanwhile.
    """
    with change(by=by, action="appointment.answer", object_id=row_id):
        rows = Appointment.objects.of(by.school_id).select_for_update(of=("self",))
        row = at_edit(rows.select_related("student", "mentor").get(pk=row_id), edit)
        row.answered_at = clock.now()
        row.family_words = answer.words.strip()[:500] or row.family_words
        if answer.slot is not None:
            _take_slot(row, answer.slot)
        elif answer.starts is not None:
            _wish(row, answer)
        else:
            row.starts = None
            move(row, State.DECLINED, Side.FAMILY)
            _close(row)
        if row.state == State.DECLINED:
            note_refusal(by=by, row=row, whole=answer.whole)
        else:
            take_back_refusal(by=by, row=row)
        times = [answer.starts or row.starts] if answer.starts or row.starts else []
        said = {key: word for key, word in (("who", answer.who), ("how", answer.how)) if word}
        no = "declined_all" if answer.whole else "declined"
        step = {State.AGREED: "agreed", State.COUNTERED: "countered"}.get(State(row.state), no)
        write_step(row, by, step, side=Side.FAMILY, times=times, place=row.place, heard=person_id, **said)
        tell_answered(by=by, row=row)
        if row.state == State.AGREED:
            tell_agreed(by=by, row=row)
    return row


def hear(*, by: Actor, pk: uuid.UUID, edit: int, answer: Answer) -> Appointment:
    """Enter what a family has said by telephone, in person or on the slip: who said it, how, heard by whom."""
    row = locked_out(by, pk)
    if answer.who not in WHO or not answer.how:
        raise TaoliError(_("Please say who has answered, and how."))
    return take(by=by, row_id=row.pk, edit=edit, answer=answer, person_id=by.person_id)


def locked_out(by: Actor, pk: uuid.UUID) -> Appointment:
    """Return a row that the actor may change, unlocked; TaoliError for any other."""
    row = APPOINTMENT.within(Appointment.objects.filter(pk=pk), by, "edit").first()
    if row is None:
        raise TaoliError(_("This appointment is not yours to change."))
    found: Appointment = row
    return found


def locked(by: Actor, pk: uuid.UUID, edit: int, action: str) -> Appointment:
    """Lock a row within reach that is as the actor last saw it; ConflictError when it is not."""
    rows = APPOINTMENT.within(Appointment.objects.all(), by, action)
    row = rows.select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        raise TaoliError(_("This appointment is not yours to change."))
    return at_edit(row, edit)


def at_edit(row: Appointment, edit: int) -> Appointment:
    """Refuse a change of what somebody else has changed meanwhile; what was typed stays on the page."""
    if row.edit != edit:
        raise ConflictError(
            _("The other side has just changed this appointment. Please look at how it stands now, then answer.")
        )
    return row


def move(row: Appointment, to: str, side: Side) -> None:
    """Move a locked row to a state, if the table of moves lets this side do so, and save it."""
    if side not in APPOINTMENT_MOVES[row.state].get(to, frozenset()):
        raise ConflictError(_("This is not possible any more: %(state)s.") % {"state": str(row.get_state_display())})
    row.state = to
    row.edit += 1
    row.save()


def write_step(
    row: Appointment,
    by: Actor,
    what: str,
    *,
    side: Side = Side.MENTOR,
    times: Sequence[dt.datetime | None] = (),
    heard: uuid.UUID | None = None,
    **facts: Any,
) -> None:
    """Write a line of the journal; a link has no person, its answer is the family's."""
    staff = by.person_kind == "staff"
    known = {key: value for key, value in facts.items() if value}
    stamps = [one.isoformat() for one in times if one]
    AppointmentStep.objects.create(
        school_id=row.school_id,
        appointment=row,
        at=clock.now(),
        side=side,
        person_id=heard or (None if by.person_kind == "family" else by.person_id),
        name=by.name if staff or by.person_kind == "guardian" else "",
        what=what,
        facts=known | ({"times": stamps} if stamps else {}),
    )


def _students(row: Appointment) -> list[uuid.UUID]:
    also = AppointmentSibling.objects.of(row.school_id).filter(appointment=row)
    return [row.student_id, *also.values_list("student_id", flat=True)]


def _still_open(row: Appointment) -> None:
    if row.state not in {*OPEN, State.DECLINED}:
        raise ConflictError(_("This is not possible any more: %(state)s.") % {"state": str(row.get_state_display())})


def _take_slot(row: Appointment, slot_id: uuid.UUID) -> None:
    slots = AppointmentSlot.objects.of(row.school_id).filter(appointment=row, side=Side.MENTOR, closed_at=None)
    slot = slots.filter(pk=slot_id).first()
    if slot is None:
        raise ConflictError(_("This time is not on offer any more. Please choose another one."))
    if slot.starts <= clock.now():
        raise TaoliError(_("%(when)s is over. Please choose another time.") % {"when": moment_words(slot.starts)})
    row.starts = slot.starts
    move(row, State.AGREED, Side.FAMILY)
    _close(row)


def _wish(row: Appointment, answer: Answer) -> None:
    assert answer.starts is not None
    _check_times([answer.starts], row.minutes)
    row.place, row.place_note = answer.place or row.place, answer.place_note.strip()[:60]
    row.starts = None
    move(row, State.COUNTERED, Side.FAMILY)
    _offer(row, Side.FAMILY, [answer.starts], also=True)


def _check_offer(by: Actor, mentor_id: uuid.UUID, student_ids: Sequence[uuid.UUID], offered: Offered) -> None:
    if not offered.slots or len(offered.slots) > MOST_SLOTS:
        raise TaoliError(_("Please offer one to %(most)s times.") % {"most": MOST_SLOTS})
    if not MINUTES[0] <= offered.minutes <= MINUTES[1]:
        raise TaoliError(_("Please plan between %(least)s and %(most)s minutes.") % {"least": 10, "most": 240})
    _check_times(offered.slots, offered.minutes)
    _check_companion(by.school_id, mentor_id, offered.second_id)
    _check_second(offered.place, offered.second_id, two=needs_two(by.school_id, student_ids))
    outside = outside_hours(by.school_id, offered.slots, offered.minutes)
    if outside and not offered.own_time:
        raise TaoliError(
            _(
                "%(when)s is in the evening, at a weekend or on a holiday: nobody has to go then. "
                "If it suits you, tick that it does."
            )
            % {"when": moment_words(outside[0])}
        )


def _check_times(slots: Sequence[dt.datetime], minutes: int) -> None:
    now = clock.now()
    for one in slots:
        words = {"when": moment_words(one)}
        if one <= now:
            raise TaoliError(_("%(when)s is over. Please choose another time.") % words)
        if one > now + AHEAD:
            raise TaoliError(_("%(when)s is more than three months away. Please choose a nearer time.") % words)
        if not within(one, minutes, EVER):
            raise TaoliError(_("%(when)s is too early or too late in the day: from 7:00 until 21:00.") % words)


def _check_companion(school_id: int, mentor_id: uuid.UUID, second_id: uuid.UUID | None) -> None:
    if second_id is None:
        return
    known = Staff.objects.of(school_id).filter(pk=second_id, left_on=None).exists()
    if not known or second_id == mentor_id:
        raise TaoliError(_("Please choose another member of the staff to come along."))


def _check_second(place: str, second_id: uuid.UUID | None, *, two: bool) -> None:
    if two and place == Place.HOME and second_id is None:
        raise TaoliError(_("For this home two adults go together. Please choose who comes along."))


def _offer(row: Appointment, side: Side, slots: Sequence[dt.datetime], *, also: bool = False) -> None:
    """Put times on offer instead of the earlier ones; `also`: what the other side offers stays."""
    open_slots = AppointmentSlot.objects.of(row.school_id).filter(appointment=row, closed_at=None)
    (open_slots.filter(side=side) if also else open_slots).update(closed_at=clock.now())
    AppointmentSlot.objects.bulk_create(
        AppointmentSlot(school_id=row.school_id, appointment=row, side=side, starts=one) for one in sorted(set(slots))
    )


def _close(row: Appointment) -> None:
    AppointmentSlot.objects.of(row.school_id).filter(appointment=row, closed_at=None).update(closed_at=clock.now())
