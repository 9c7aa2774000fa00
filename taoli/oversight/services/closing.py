"""A session ends: certificates in the bureau's fence, hours in each school's, each once."""

import datetime as dt
import uuid
from collections.abc import Sequence
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
from taoli.oversight.models import CourseBooking, CourseCertificate, CoursePlace, CourseSession
from taoli.oversight.queries.certificates import new_code
from taoli.oversight.services.courses import is_over, locked_session
from taoli.roster.models import Staff

THEME = 80


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
        if not is_over(row):
            raise TaoliError(_("It is closed once it has begun."))
        row.state = CourseSession.State.CLOSED
        row.edit += 1
        row.save(update_fields=["state", "edit"])
        there = _there(row)
        codes = {place.pk: _certificate(row, place) for place in _all(row)}
        note.data["people"] = len(there)
    schools = {place.member.hosted_id for place in _all(row) if place.member.hosted_id is not None}
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


def _document(row: CourseSession, places: Sequence[CoursePlace], codes: dict[uuid.UUID, str]) -> Handed:
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
        codes={place.number: codes[place.pk] for place in places},
        issued_on=clock.today(),
    )


def _all(row: CourseSession) -> list[CoursePlace]:
    return list(CoursePlace.objects.of(row.school_id).filter(session=row).select_related("member"))


def _there(row: CourseSession) -> list[CoursePlace]:
    return [place for place in _all(row) if place.present_at is not None and place.state == CoursePlace.State.BOOKED]


def _certificate(row: CourseSession, place: CoursePlace) -> str:
    whose = {"course": row.course, "member": place.member, "number": place.number}
    held = CoursePlace.objects.of(row.school_id).filter(
        session__course=row.course,
        session__state=CourseSession.State.CLOSED,
        member=place.member,
        number=place.number,
        present_at__isnull=False,
    )
    hours = held.aggregate(sum=Sum("session__hours"))["sum"] or Decimal(0)
    known = CourseCertificate.objects.of(row.school_id).filter(**whose)
    if not hours:
        known.delete()
        return ""
    found = known.first() or CourseCertificate(school_id=row.school_id, code=new_code(), **whose)
    found.name, found.hours, found.issued_on = place.name, hours, clock.today()
    found.save()
    return found.code
