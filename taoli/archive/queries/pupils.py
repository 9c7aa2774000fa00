"""Who writes an exam, and in which subjects."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from taoli.archive.models import Exam
from taoli.archive.permissions import EXAM
from taoli.archive.queries.mark_words import plain
from taoli.common.policy import Actor, Reach
from taoli.roster.models import Grade, SchoolClass, Student


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody who can have written the exam."""

    pk: uuid.UUID
    number: str
    name: str
    room: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A subject of the exam."""

    pk: uuid.UUID
    name: str
    full: Decimal

    @property
    def full_words(self) -> str:
        """The full mark without needless noughts."""
        return plain(self.full)


@dataclass(frozen=True, slots=True)
class Known:
    """Who writes the exam, in which subjects, and the numbers of everybody else at the school."""

    pupils: Collection[Pupil]
    subjects: Collection[Asked]
    elsewhere: Collection[str] = ()


def students_of(school_id: int, exam: Exam) -> "QuerySet[Student]":
    """Return who writes an exam today, by class and number in class."""
    rows = Student.objects.of(school_id).filter(left_on=None, school_class__grade_id=exam.grade_id)
    if exam.school_class_id:
        rows = rows.filter(school_class_id=exam.school_class_id)
    return rows.order_by("school_class__number", "school_class__name", "seat", "sort_key", "number")


def subjects_of(school_id: int, exam: Exam) -> list[Asked]:
    """Return the subjects of an exam in order; one query."""
    rows = exam.subjects.of(school_id).filter(dropped_at=None).order_by("place", "id")
    return [Asked(row.pk, row.name, row.full_mark) for row in rows]


def pupils_of(school_id: int, exam: Exam) -> list[Pupil]:
    """Return who writes an exam today, as a workbook names them; one query."""
    rows = students_of(school_id, exam).values_list("pk", "number", "name", "school_class__name")
    return [Pupil(*row) for row in rows]


def known_of(school_id: int, exam: Exam) -> Known:
    """Return what a workbook of marks is read against; three queries."""
    pupils = pupils_of(school_id, exam)
    own = {one.number for one in pupils}
    present = Student.objects.of(school_id).filter(left_on=None).values_list("number", flat=True)
    return Known(pupils, subjects_of(school_id, exam), frozenset(present) - own)


def places_to_examine(actor: Actor) -> tuple[list[Grade], list[SchoolClass]]:
    """Return the grades and open classes for which somebody may set an exam; two queries."""
    grades = Grade.objects.of(actor.school_id)
    table = EXAM.actions["edit"]
    if not any(table.get(held.role) is Reach.SCHOOL for held in actor.roles):
        grades = grades.filter(pk__in=[held.grade_id for held in actor.roles if held.role in table])
    found = list(grades.order_by("order", "name"))
    rooms = SchoolClass.objects.of(actor.school_id).filter(grade__in=found, closed_on=None)
    return found, list(rooms.order_by("number", "name"))
