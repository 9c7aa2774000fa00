"""Signing up for a bureau's session: the school hands in name and staff number, the bureau answers with a seat."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.oversight.models import CourseBooking, CoursePlace, CourseSession, Member
from taoli.oversight.queries.courses import member_by_school
from taoli.oversight.services.bureaus import by_strokes
from taoli.oversight.services.courses import fill_seats, locked_session, seats_taken
from taoli.roster.models import Staff

PlaceState = CoursePlace.State
MOST = 200


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a school signs up: what the bureau is told of the person, and nothing else."""

    number: str
    name: str


def book(*, by: Actor, session: CourseSession, staff: Sequence[Staff]) -> tuple[int, int]:
    """Sign some of the school's staff up; return how many have a seat and how many wait.

    TaoliError: sign-up is over, the school is no member, too many at once; somebody who is signed up stays so.
    """
    if len(staff) > MOST:
        raise TaoliError(_("At most %(most)s people at once.") % {"most": MOST})
    people = [Person(one.number, one.name) for one in staff]
    with change(by=by, action="course.book", object_id=session.pk, people=len(people)):
        states = take_places(session.school_id, session.pk, by.school_id, people)
        for one in staff:
            CourseBooking.objects.update_or_create(
                school_id=by.school_id,
                ref=session.pk,
                staff=one,
                defaults={**_told(session), "state": states[one.number]},
            )
    waits = sum(state == PlaceState.WAITING for state in states.values())
    return len(states) - waits, waits


def sign_off(*, by: Actor, session: CourseSession, staff: Staff) -> None:
    """Give a place back; whoever waits longest gets it. TaoliError: the sign-in has begun."""
    with change(by=by, action="course.sign_off", object_id=session.pk):
        row = CourseBooking.objects.of(by.school_id).filter(ref=session.pk, staff=staff).first()
        if row is None or row.state not in {CourseBooking.State.BOOKED, CourseBooking.State.WAITING}:
            raise ConflictError(_("There is no sign-up to take back any more."))
        give_back(session.school_id, session.pk, by.school_id, staff.number)
        row.state = CourseBooking.State.OFF
        row.save(update_fields=["state"])


def take_places(bureau_id: int, session_id: uuid.UUID, school_id: int, people: Sequence[Person]) -> Mapping[str, str]:
    """In the bureau's fence: enter the people of a school in their order; return staff number → state."""
    with change(by=system(bureau_id), action="course.take_places", object_id=session_id, people=len(people)):
        row = locked_session(bureau_id, session_id)
        member = _member(bureau_id, school_id)
        if row.state != CourseSession.State.OPEN or clock.today() > row.sign_up_until:
            raise TaoliError(_("Sign-up for this session is over."))
        free = row.seats - seats_taken(row)
        states = {}
        for one in people:
            place = _place(row, member, one)
            if place.state == PlaceState.OFF:
                place.state = PlaceState.BOOKED if free > 0 else PlaceState.WAITING
                place.booked_at = clock.now()
                place.save()
                free -= place.state == PlaceState.BOOKED
            states[one.number] = place.state
    return states


def give_back(bureau_id: int, session_id: uuid.UUID, school_id: int, number: str) -> None:
    """In the bureau's fence: a school signs somebody off; the first who waits gets the seat."""
    with change(by=system(bureau_id), action="course.give_back", object_id=session_id):
        row = locked_session(bureau_id, session_id)
        if row.state != CourseSession.State.OPEN:
            raise TaoliError(_("The sign-in has begun; please tell the bureau."))
        member = _member(bureau_id, school_id)
        places = CoursePlace.objects.of(bureau_id).filter(session=row, member=member, number=number)
        places.update(state=PlaceState.OFF)
        fill_seats(row)


def _member(bureau_id: int, school_id: int) -> Member:
    member = member_by_school(bureau_id, school_id)
    if member is None:
        raise TaoliError(_("The bureau does not list this school as a member. Please ask it."))
    return member


def _place(row: CourseSession, member: Member, one: Person) -> CoursePlace:
    known = CoursePlace.objects.of(row.school_id).filter(session=row, member=member, number=one.number).first()
    place = known or CoursePlace(
        school_id=row.school_id, session=row, member=member, number=one.number, state=PlaceState.OFF
    )
    place.name, place.sort_key = one.name, by_strokes(one.name)
    return place


def _told(session: CourseSession) -> dict[str, object]:
    same = ("day", "starts", "ends", "hours", "place")
    return {
        **{name: getattr(session, name) for name in same},
        "bureau_id": session.school_id,
        "course_ref": session.course_id,
        "title": session.course.title,
        "part": session.course.part,
    }
