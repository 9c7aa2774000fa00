"""Courses and their sessions as the bureau sees them."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.http import Http404
from django.utils import timezone

from taoli.common.policy import Actor
from taoli.evaluation.queries.training import hours_words
from taoli.oversight.models import Course, CoursePlace, CourseSession, Member, Part
from taoli.oversight.permissions import COURSE

EARLY = dt.timedelta(minutes=30)  # the doors open before it begins
State = CourseSession.State
PlaceState = CoursePlace.State
SEPTEMBER = 9


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions of one day: a training day has several."""

    day: dt.date
    sessions: tuple[CourseSession, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """What was held of one part of the programme in a school year, beside the year before."""

    label: str
    sessions: int
    people: int
    hours: str
    before: str


def courses(actor: Actor) -> list[Course]:
    """Return the courses by part of the programme, those no longer offered at the end."""
    rows: QuerySet[Course] = COURSE.within(Course.objects.all(), actor, "view")
    order = Part.values
    return sorted(rows, key=lambda one: (one.closed_on is not None, order.index(one.part), one.title))


def get_course(actor: Actor, pk: uuid.UUID) -> Course:
    """Return one course; 404 otherwise."""
    found: Course | None = COURSE.within(Course.objects.all(), actor, "view").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def session_days(actor: Actor) -> list[Day]:
    """Return the sessions day by day, the latest first, with how many have a seat, wait and were there."""
    rows: QuerySet[CourseSession] = COURSE.within(CourseSession.objects.all(), actor, "view")
    return by_day(_counted(rows, actor.school_id).defer("secret").select_related("course").order_by("-day", "starts"))


def by_day(rows: Iterable[CourseSession]) -> list[Day]:
    """Return sessions gathered by day, in the order they come."""
    found: dict[dt.date, list[CourseSession]] = {}
    for one in rows:
        found.setdefault(one.day, []).append(one)
    return [Day(day, tuple(sessions)) for day, sessions in found.items()]


def get_session(actor: Actor, pk: uuid.UUID) -> CourseSession:
    """Return one session with its numbers; 404 otherwise."""
    rows: QuerySet[CourseSession] = COURSE.within(CourseSession.objects.filter(pk=pk), actor, "view")
    found = _counted(rows, actor.school_id).select_related("course", "school").first()
    if found is None:
        raise Http404
    return found


def places_of(session: CourseSession) -> list[CoursePlace]:
    """Return who has a seat or waits: school by school and name by name in the order of strokes."""
    rows = CoursePlace.objects.of(session.school_id).filter(session=session).exclude(state=PlaceState.OFF)
    return list(rows.select_related("member").order_by("member__sort_key", "member__code", "sort_key", "number"))


def waiting(places: Iterable[CoursePlace]) -> list[CoursePlace]:
    """Return those who wait for a seat, the first first."""
    return sorted((one for one in places if one.state == PlaceState.WAITING), key=lambda one: (one.booked_at, one.pk))


def member_by_school(bureau_id: int, school_id: int) -> Member | None:
    """Return a school of this installation as the bureau knows it."""
    return Member.objects.of(bureau_id).filter(hosted_id=school_id, left_on=None).first()


def begins_at(session: CourseSession) -> dt.datetime:
    """Return when it begins."""
    return timezone.make_aware(dt.datetime.combine(session.day, session.starts))


def ends_at(session: CourseSession) -> dt.datetime:
    """Return when it ends."""
    return timezone.make_aware(dt.datetime.combine(session.day, session.ends))


def part_rows(actor: Actor, today: dt.date) -> list[PartRow]:
    """Return what was held of each part of the programme in this school year, and the hours of the year before."""
    begin = year_begin(today)
    before = begin.replace(year=begin.year - 1)
    now, then = _sums(actor, begin, today), _sums(actor, before, begin - dt.timedelta(days=1))
    zero = (0, 0, Decimal(0))
    return [
        PartRow(str(Part(part).label), *now.get(part, zero)[:2], *_words(now, then, part, zero)) for part in Part.values
    ]


def year_begin(day: dt.date) -> dt.date:
    """Return the first of September of a day's school year."""
    return dt.date(day.year if day.month >= SEPTEMBER else day.year - 1, SEPTEMBER, 1)


Sums = dict[str, tuple[int, int, Decimal]]


def _words(now: Sums, then: Sums, part: str, zero: tuple[int, int, Decimal]) -> tuple[str, str]:
    return hours_words(now.get(part, zero)[2]), hours_words(then.get(part, zero)[2])


def _sums(actor: Actor, first: dt.date, last: dt.date) -> Sums:
    rows: QuerySet[CourseSession] = COURSE.within(CourseSession.objects.filter(state=State.CLOSED), actor, "view")
    held = rows.filter(day__range=(first, last)).values("course__part").annotate(n=Count("pk")).order_by()
    there = CoursePlace.objects.of(actor.school_id).filter(
        session__state=State.CLOSED, session__day__range=(first, last), present_at__isnull=False
    )
    parts = there.values("session__course__part").annotate(n=Count("pk"), sum=Sum("session__hours")).order_by()
    came = {one["session__course__part"]: (one["n"], one["sum"]) for one in parts}
    return {one["course__part"]: (one["n"], *came.get(one["course__part"], (0, Decimal(0)))) for one in held}


def _counted(rows: "QuerySet[CourseSession]", school_id: int) -> "QuerySet[CourseSession]":
    def people(**which: object) -> Count:
        wanted = {f"places__{key}": one for key, one in which.items()}
        return Count("places", filter=Q(places__school=school_id, **wanted))

    return rows.annotate(
        booked=people(state=PlaceState.BOOKED),
        queue=people(state=PlaceState.WAITING),
        present=people(present_at__isnull=False),
    )
