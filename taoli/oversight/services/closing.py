"""A session ends: certificates in the bureau's fence, hours in each school's, each once."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.evaluation.models import TrainingSession
from taoli.evaluation.services.training import SessionFacts, keep_session
from taoli.oversight.models import Course, CourseBooking, CourseCertificate, CoursePlace, CourseSession
from taoli.oversight.queries.certificates import new_code
from taoli.oversight.queries.courses import begins_at
from taoli.oversight.services.courses import locked_session
from taoli.roster.models import Staff

THEME = 80
Whose = tuple[uuid.UUID, str]  # school (member) and staff number


@dataclass(frozen=True, slots=True)
class Handed:
    """What a school is told at the end of a session; staff number → code of the certificate."""

    ref: uuid.UUID
    bureau_id: int
    course_ref: uuid.UUID
    title: str
    part: str
    kind: str
    day: dt.date
    starts: dt.time
    ends: dt.time
    hours: Decimal
    speaker: str
    place: str
    codes: dict[str, str]
    issued_on: dt.date


def close_session(*, by: Actor, pk: uuid.UUID) -> int:
    """Close a session: certificates for those who were there, their hours to their schools. Return how many schools.

    Done again after a late correction of the list, the hours are written anew, never twice. TaoliError: it has not
    begun; ConflictError: its sign-in was never opened, or it does not take place.
    """
    with change(by=by, action="course.close", object_id=pk) as note:
        row = locked_session(by.school_id, pk)
        if row.state not in {CourseSession.State.HELD, CourseSession.State.CLOSED}:
            raise ConflictError(_("This session has moved on meanwhile. Please look at it again."))
        if clock.now() < begins_at(row):
            raise TaoliError(_("It is closed once it has begun."))
        # The certificates are the course's: two of its sessions closed at once take turns.
        Course.objects.of(by.school_id).select_for_update().get(pk=row.course_id)
        row.state = CourseSession.State.CLOSED
        row.edit += 1
        row.save(update_fields=["state", "edit"])
        places = list(CoursePlace.objects.of(by.school_id).filter(session=row).select_related("member"))
        there = [one for one in places if one.present_at is not None and one.state == CoursePlace.State.BOOKED]
        codes = _certificates(row, places)
        note.data["people"] = len(there)
    schools = {place.member.hosted_id for place in places if place.member.hosted_id is not None}
    for school in sorted(schools):
        own = [place for place in there if place.member.hosted_id == school]
        take_hours(school, _document(row, own, codes))
        CoursePlace.objects.of(by.school_id).filter(pk__in=[one.pk for one in own]).update(handed_at=clock.now())
    return len(schools)


def take_hours(school_id: int, told: Handed) -> None:
    """In a school's fence: the hours of a bureau's session, as training of those who took part; once a session.

    A number that is nobody's in the school any more is left out.
    """
    by = system(school_id)
    with change(by=by, action="course.take_hours", object_id=told.ref, people=len(told.codes)):
        people = {one.number: one for one in Staff.objects.of(school_id).filter(number__in=list(told.codes))}
        if not people and not TrainingSession.objects.of(school_id).filter(origin=told.ref).exists():
            return
        facts = SessionFacts(
            told.day, told.title[:THEME], told.kind, told.hours, told.speaker, None, told.place[:60], told.ref
        )
        keep_session(by=by, facts=facts, took_part={one.pk: True for one in people.values()})
        rows = CourseBooking.objects.of(school_id).filter(ref=told.ref)
        rows.filter(state=CourseBooking.State.DONE).exclude(staff__in=list(people.values())).update(
            state=CourseBooking.State.BOOKED, code=""
        )
        for number, one in people.items():
            CourseBooking.objects.update_or_create(
                school_id=school_id, ref=told.ref, staff=one, defaults=_done(told, number)
            )


def _done(told: Handed, number: str) -> dict[str, object]:
    same = ("bureau_id", "course_ref", "title", "part", "day", "starts", "ends", "hours", "place", "issued_on")
    return {
        **{name: getattr(told, name) for name in same},
        "state": CourseBooking.State.DONE,
        "code": told.codes[number],
    }


def _document(row: CourseSession, places: Sequence[CoursePlace], codes: Mapping[Whose, str]) -> Handed:
    return Handed(
        ref=row.pk,
        bureau_id=row.school_id,
        course_ref=row.course_id,
        title=row.course.title,
        part=row.course.part,
        kind=row.kind,
        day=row.day,
        starts=row.starts,
        ends=row.ends,
        hours=row.hours,
        speaker=row.speaker,
        place=row.place,
        codes={place.number: codes[place.member_id, place.number] for place in places},
        issued_on=clock.today(),
    )


def _certificates(row: CourseSession, places: Sequence[CoursePlace]) -> dict[Whose, str]:
    """Write the certificates of the people of a session anew, each with all closed hours of the course and the code it
    had; whoever has no hours keeps none. Return the codes.
    """
    names = {(place.member_id, place.number): place.name for place in places}
    hours, mine = _hours(row), CourseCertificate.objects.of(row.school_id).filter(course=row.course)
    known = {(one.member_id, one.number): one for one in mine}
    mine.filter(pk__in=[one.pk for whose, one in known.items() if whose in names]).delete()
    rows = [
        CourseCertificate(
            school_id=row.school_id,
            course=row.course,
            member_id=whose[0],
            number=whose[1],
            name=names[whose],
            hours=hours[whose],
            issued_on=clock.today(),
            code=known[whose].code if whose in known else new_code(),
        )
        for whose in sorted(names.keys() & hours.keys())
    ]
    CourseCertificate.objects.bulk_create(rows)
    return {(one.member_id, one.number): one.code for one in rows}


def _hours(row: CourseSession) -> dict[Whose, Decimal]:
    held = CoursePlace.objects.of(row.school_id).filter(
        session__course=row.course, session__state=CourseSession.State.CLOSED, present_at__isnull=False
    )
    sums = held.order_by().values_list("member_id", "number").annotate(Sum("session__hours"))
    return {(member, number): hours for member, number, hours in sums}
