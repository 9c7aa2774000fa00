"""Monthly performance: one student's months, and a class's month as a grid."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from taoli.archive.models import MonthlyPerformance
from taoli.archive.permissions import STORY
from taoli.archive.phrases import usual_aspects
from taoli.common import clock
from taoli.common.ids import id_of
from taoli.common.policy import Actor
from taoli.guidance.phrases import joined
from taoli.guidance.queries.choices import asked_of_records
from taoli.roster.models import SchoolClass, Student

MINE = "mine"


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month of one student."""

    pk: uuid.UUID
    month: dt.date
    words: str
    aspects: tuple[str, ...]
    sentence: str
    by: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One student's line of a month; `edit` 0 when nothing is written yet."""

    student: Student
    aspects: tuple[str, ...]
    sentence: str
    edit: int


def months_of(school_id: int, student_id: uuid.UUID) -> list[MonthRow]:
    """Return a student's months, the latest first; one query."""
    rows = MonthlyPerformance.objects.of(school_id).filter(student_id=student_id).select_related("staff")
    return [
        MonthRow(
            pk=row.pk,
            month=row.month,
            words=said_of_month(row.aspects, row.sentence),
            aspects=tuple(row.aspects),
            sentence=row.sentence,
            by=row.staff.name if row.staff else "",
        )
        for row in rows.order_by("-month")
        if row.aspects or row.sentence
    ]


def said_of_month(aspects: list[str], sentence: str) -> str:
    """Return aspects and sentence as one line."""
    return " · ".join(part for part in (joined(aspects), sentence) if part)


def aspects_of(school_id: int) -> tuple[str, ...]:
    """Return the aspects of a month: the scheme's guidances, else the usual ones."""
    return asked_of_records(school_id).labels or usual_aspects()


def performed_rooms(actor: Actor) -> list[tuple[str, str]]:
    """Return what the actor may fill in, as (key, words): classes, and the own students where there are any."""
    reached = _students(actor)
    rows = SchoolClass.objects.of(actor.school_id).filter(homeroom_teacher_id=actor.person_id, closed_on=None)
    found = [(str(row.pk), row.name) for row in rows.order_by("grade__order", "number", "name")]
    if reached.filter(mentor_id=actor.person_id).exists():
        found.append((MINE, ""))
    return found


def performed_students(actor: Actor, room: str) -> list[Student]:
    """Return the present students of a class, or one's own; 404 for a class beyond reach."""
    rows = _students(actor)
    rows = rows.filter(mentor_id=actor.person_id) if room == MINE else rows.filter(school_class_id=id_of(room))
    found = list(rows.select_related("school_class").order_by("school_class__name", "seat", "sort_key", "id"))
    if not found:
        raise Http404
    return found


def _students(actor: Actor) -> "QuerySet[Student]":
    rows: QuerySet[Student] = STORY.within(Student.objects.filter(left_on=None), actor, "perform")
    return rows


@dataclass(frozen=True, slots=True)
class Near:
    """The months before and after one, as the page's address says them; none after this month."""

    before: str
    after: str


def month_near(month: dt.date) -> Near:
    """Return the months beside one."""
    before = (month - dt.timedelta(days=1)).replace(day=1)
    after = (month + dt.timedelta(days=31)).replace(day=1)
    return Near(f"{before:%Y-%m}", f"{after:%Y-%m}" if after <= clock.today() else "")


def month_grid(actor: Actor, room: str, month: dt.date) -> list[GridRow]:
    """Return a line for every student; two queries for a class of any size."""
    students = performed_students(actor, room)
    rows = MonthlyPerformance.objects.of(actor.school_id).filter(student__in=students, month=month)
    known = {row.student_id: row for row in rows}
    return [
        GridRow(one, tuple(row.aspects), row.sentence, row.edit)
        if (row := known.get(one.pk))
        else GridRow(one, (), "", 0)
        for one in students
    ]
