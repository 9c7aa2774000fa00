"""A bureau's courses: planned, opened, begun, closed; those who signed up are told."""

import base64
import datetime as dt
import os
import uuid
from dataclasses import asdict, dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.sealed import seal, unseal
from taoli.common.unit import change
from taoli.oversight.models import SESSION_MOVES, Course, CoursePlace, CourseSession
from taoli.oversight.queries.courses import places_of, waiting
from taoli.oversight.services.answers import answer_cancelled, answer_seats

State = CourseSession.State
SECRET = 32


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """What is said of a course."""

    part: str
    title: str
    hours: Decimal
    aim: str
    for_new: bool
    offered: bool


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What is said of a session."""

    day: dt.date
    starts: dt.time
    ends: dt.time
    hours: Decimal
    kind: str
    place: str
    speaker: str
    seats: int
    sign_up_until: dt.date
    word: str


def keep_course(*, by: Actor, facts: CourseFacts, pk: uuid.UUID | None = None, edit: int = 0) -> Course:
    """Write a course, or change one. TaoliError: another has the title; ConflictError: it was changed meanwhile."""
    with change(by=by, action="course.keep") as note:
        row = Course(school_id=by.school_id)
        if pk is not None:
            row = Course.objects.of(by.school_id).select_for_update().get(pk=pk)
            _same(row.edit, edit)
        if Course.objects.of(by.school_id).filter(title=facts.title).exclude(pk=row.pk).exists():
            raise TaoliError(_("There is a course of this title already."))
        for name in ("part", "title", "hours", "aim", "for_new"):
            setattr(row, name, getattr(facts, name))
        row.closed_on = None if facts.offered else row.closed_on or clock.today()
        row.edit += 1
        row.save()
        note.object_id = row.pk
    return row


def plan_session(
    *, by: Actor, course: Course, plan: SessionPlan, pk: uuid.UUID | None = None, edit: int = 0
) -> CourseSession:
    """Write a session of a course, or change one that has not begun. More seats let those in who wait.

    TaoliError: days or hours the wrong way round, fewer seats than are taken, it has begun; ConflictError.
    """
    _sensible(plan)
    with change(by=by, action="course.plan") as note:
        row = CourseSession(school_id=by.school_id, course=course)
        if pk is not None:
            row = locked_session(by.school_id, pk)
            _same(row.edit, edit)
        else:
            row.secret = seal(base64.b64encode(os.urandom(SECRET)).decode(), _bound(row))
        if row.state not in {State.PLANNED, State.OPEN}:
            raise TaoliError(_("This session has begun and does not change any more."))
        if plan.seats < seats_taken(row):
            raise TaoliError(_("More people have a seat than there would be seats."))
        for name, value in asdict(plan).items():
            setattr(row, name, value)
        row.edit += 1
        row.save()
        fill_seats(row)
        note.object_id = row.pk
    return row


def move_session(*, by: Actor, pk: uuid.UUID, to: str) -> CourseSession:
    """Open a session for sign-up, begin its sign-in, or call it off: everybody who signed up is told in the own school.

    Closing is `services.closing.close_session`. TaoliError: too early; ConflictError: it has moved on meanwhile.
    """
    with change(by=by, action="course.move", object_id=pk, to=to):
        row = locked_session(by.school_id, pk)
        if to == State.CLOSED or to not in SESSION_MOVES[State(row.state)]:
            raise ConflictError(_("This session has moved on meanwhile. Please look at it again."))
        if to == State.OPEN and row.day < clock.today():
            raise TaoliError(_("This day is over. Please set another one first."))
        if to == State.HELD and row.day != clock.today():
            raise TaoliError(_("The sign-in begins on the day of the session."))
        row.state = to
        row.edit += 1
        row.save(update_fields=["state", "edit"])
        if to == State.CANCELLED:
            answer_cancelled(row, places_of(row))
    return row


def secret_of(session: CourseSession) -> bytes:
    """Return what the codes of a session are made from."""
    return base64.b64decode(unseal(session.secret, _bound(session)))


def locked_session(bureau_id: int, pk: uuid.UUID) -> CourseSession:
    """Return a session of a bureau for a change."""
    return CourseSession.objects.of(bureau_id).select_for_update().select_related("course", "school").get(pk=pk)


def seats_taken(session: CourseSession) -> int:
    """Return how many have a seat."""
    return CoursePlace.objects.of(session.school_id).filter(session=session, state=CoursePlace.State.BOOKED).count()


def fill_seats(session: CourseSession) -> None:
    """Give free seats to those who wait, the first first; they are told in their school."""
    free = session.seats - seats_taken(session)
    seated = waiting(places_of(session))[: max(free, 0)]
    rows = CoursePlace.objects.of(session.school_id).filter(pk__in=[one.pk for one in seated])
    rows.update(state=CoursePlace.State.BOOKED)
    answer_seats(session, seated)


def _bound(row: CourseSession) -> str:
    return f"oversight.session:{row.school_id}:{row.pk}"


def _same(there: int, edit: int) -> None:
    if there != edit:
        raise ConflictError(_("Somebody changed this meanwhile. Please look at it again."))


def _sensible(plan: SessionPlan) -> None:
    if plan.ends <= plan.starts:
        raise TaoliError(_("It would end before it begins."))
    if plan.sign_up_until > plan.day:
        raise TaoliError(_("Sign-up ends on the day of the session at the latest."))
