"""A teacher's lessons of one day."""

import datetime as dt
import uuid
from collections import defaultdict
from typing import Any

from django.db.models import BigIntegerField, QuerySet, TimeField, UUIDField, Value
from django.db.models.functions import Cast

from taoli.duties.queries.prepared import Prepared
from taoli.home.queries.moments import Bell, Timetable
from taoli.roster.models import BellTime, SchoolDay, TimetableLesson

SATURDAY = 6


def timetable_of(school_id: int, staff_id: uuid.UUID | None, term_id: uuid.UUID, day: dt.date) -> Timetable:
    """Return the bells and what somebody teaches on the day; one query, two on a weekend.

    A make-up day follows the weekday the calendar names, and no lessons are known of it without that.
    """
    bells: list[Bell] = []
    taught: dict[int, set[uuid.UUID]] = defaultdict(set)
    asked = {"school": school_id, "staff": staff_id, "term": term_id, "weekday": _weekday(school_id, day)}
    for number, starts, ends, room in _bells_and_lessons(**asked):
        if room is None:
            bells.append(Bell(number, starts, ends))
        else:
            taught[number].add(room)
    return Timetable(sorted(bells, key=lambda one: one.number), dict(taught) if bells else {})


@Prepared
def _bells_and_lessons(*, school: Any, staff: Any, term: Any, weekday: Any) -> "QuerySet[Any, Any]":
    nobody, never = Value(None, UUIDField()), Value(None, TimeField())
    bells = BellTime.objects.of(school).order_by().values_list("number", "starts", "ends", nobody)
    if staff is None:
        return bells
    # A prepared question is written with large stand-ins, which no small column could ever equal.
    rows = TimetableLesson.objects.of(school).annotate(held=Cast("weekday", BigIntegerField())).order_by()
    lessons = rows.filter(term_id=term, staff_id=staff, held=weekday)
    return bells.union(lessons.values_list("period", never, never, "school_class_id"), all=True)


def _weekday(school_id: int, day: dt.date) -> int:
    if day.isoweekday() < SATURDAY:
        return day.isoweekday()
    row = SchoolDay.objects.of(school_id).filter(day=day).values_list("follows", flat=True).first()
    return row or 0
