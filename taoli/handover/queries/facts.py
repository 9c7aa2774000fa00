"""The school as a change of year sees it: plain values, read at once, and one number for all of them."""

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from taoli.accounts.models import RoleHeld
from taoli.common.policy import Role
from taoli.matching.models import Pairing
from taoli.roster.models import (
    ClassCharge,
    ClassStay,
    Grade,
    Group,
    GroupMember,
    SchoolClass,
    Student,
    TeachingAssignment,
    Term,
)


@dataclass(frozen=True, slots=True)
class Room:
    """A class, open or closed."""

    pk: uuid.UUID
    name: str
    number: int
    grade_id: uuid.UUID
    teacher_id: uuid.UUID | None
    closed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Pupil:
    """A present student."""

    pk: uuid.UUID
    name: str
    room_id: uuid.UUID
    mentor_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Held:
    """A pairing without an end."""

    pk: uuid.UUID
    student_id: uuid.UUID
    room_id: uuid.UUID
    group_id: uuid.UUID | None
    starts: dt.date


@dataclass(frozen=True, slots=True)
class Unit:
    """A group of a class, or of none."""

    pk: uuid.UUID
    kind: str
    name: str
    room_id: uuid.UUID | None
    closed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A row of a student in a class or a group, that has not ended; `place` is the class or the group."""

    pk: uuid.UUID
    student_id: uuid.UUID
    place: uuid.UUID
    starts: dt.date


@dataclass(frozen=True, slots=True)
class Lesson:
    """Somebody teaches a class."""

    pk: uuid.UUID
    staff_id: uuid.UUID
    room_id: uuid.UUID
    subject_id: uuid.UUID
    starts: dt.date


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody leads a grade."""

    pk: uuid.UUID
    account_id: uuid.UUID
    grade_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a change of year reads."""

    grades: tuple[tuple[uuid.UUID, str, int], ...]
    rooms: dict[uuid.UUID, Room]
    pupils: dict[uuid.UUID, Pupil]
    pairings: dict[uuid.UUID, Held]
    stays: tuple[Dated, ...]
    groups: dict[uuid.UUID, Unit]
    members: tuple[Dated, ...]
    lessons: tuple[Lesson, ...]
    charges: tuple[tuple[uuid.UUID, uuid.UUID], ...]
    leads: tuple[Lead, ...]
    terms: tuple[tuple[uuid.UUID, str, dt.date, dt.date], ...]

    def number(self) -> str:
        """Return SHA-256 over everything: the same as long as nothing has changed."""
        parts: list[Any] = [
            self.grades,
            sorted(self.rooms.items()),
            sorted(self.pupils.items()),
            sorted(self.pairings.items()),
            self.stays,
            sorted(self.groups.items()),
            self.members,
            self.lessons,
            self.charges,
            self.leads,
            self.terms,
        ]
        return hashlib.sha256(repr(parts).encode()).hexdigest()


def facts_of(school_id: int) -> Facts:
    """Read the school; eleven statements, whatever its size."""
    rooms = SchoolClass.objects.of(school_id).values_list(
        "pk", "name", "number", "grade_id", "homeroom_teacher_id", "closed_on"
    )
    pupils = Student.objects.of(school_id).filter(left_on=None)
    held = Pairing.objects.of(school_id).filter(ends=None)
    units = Group.objects.of(school_id).values_list("pk", "kind", "name", "school_class_id", "closed_on")
    terms = Term.objects.of(school_id).order_by("starts", "id")
    return Facts(
        grades=tuple(Grade.objects.of(school_id).order_by("order", "name").values_list("pk", "name", "order")),
        rooms={row[0]: Room(*row) for row in rooms},
        pupils={row[0]: Pupil(*row) for row in pupils.values_list("pk", "name", "school_class_id", "mentor_id")},
        pairings={
            row[1]: Held(*row) for row in held.values_list("pk", "student_id", "school_class_id", "group_id", "starts")
        },
        stays=_dated(ClassStay, school_id, "school_class_id"),
        groups={row[0]: Unit(*row) for row in units},
        members=_dated(GroupMember, school_id, "group_id"),
        lessons=_lessons(school_id),
        charges=_charges(school_id),
        leads=_leads(school_id),
        terms=tuple(terms.values_list("pk", "name", "starts", "ends")),
    )


def _dated(model: Any, school_id: int, place: str) -> tuple[Dated, ...]:
    rows = model.objects.of(school_id).filter(ends=None).order_by("id")
    return tuple(Dated(*row) for row in rows.values_list("pk", "student_id", place, "starts"))


def _lessons(school_id: int) -> tuple[Lesson, ...]:
    rows = TeachingAssignment.objects.of(school_id).filter(ends=None).exclude(school_class=None).order_by("id")
    return tuple(Lesson(*row) for row in rows.values_list("pk", "staff_id", "school_class_id", "subject_id", "starts"))


def _charges(school_id: int) -> tuple[tuple[uuid.UUID, uuid.UUID], ...]:
    rows = ClassCharge.objects.of(school_id).filter(taken=False, withdrawn_at=None).order_by("id")
    return tuple(rows.values_list("pk", "school_class_id"))


def _leads(school_id: int) -> tuple[Lead, ...]:
    rows = RoleHeld.objects.filter(Q(ends=None), school_id=school_id, role=Role.GRADE_LEAD).order_by("id")
    return tuple(Lead(*row) for row in rows.values_list("pk", "account_id", "place_id"))
