"""The whole roster by the school's own keys (numbers and names): what an import is compared with."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from taoli.roster.models import (
    Campus,
    Grade,
    Group,
    GroupMember,
    Guardianship,
    SchoolClass,
    Staff,
    Student,
    Subject,
    TeachingAssignment,
)

STAFF_FIELDS = ("name", "gender", "phone", "subject")
STUDENT_FIELDS = (
    "name",
    "gender",
    "birthday",
    "class",
    "seat",
    "boarding",
    "neighbourhood",
    "address",
    "identity_number",
)
GUARDIAN_FIELDS = ("phone", "relation")

Facts = dict[str, Any]
# (kind, class name or "", group name); (student number, *group); (staff number, "class"|"group", its name, subject)
GroupKey = tuple[str, str, str]
MemberKey = tuple[str, str, str, str]
TeachingKey = tuple[str, str, str, str]
GuardianKey = tuple[str, str]


@dataclass
class Roster:
    """Everybody and every place, live on one day, with plain values only."""

    campuses: set[str] = field(default_factory=set)
    grades: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    classes: dict[str, Facts] = field(default_factory=dict)
    staff: dict[str, Facts] = field(default_factory=dict)
    students: dict[str, Facts] = field(default_factory=dict)
    groups: set[GroupKey] = field(default_factory=set)
    members: set[MemberKey] = field(default_factory=set)
    teaching: set[TeachingKey] = field(default_factory=set)
    guardians: dict[GuardianKey, Facts] = field(default_factory=dict)

    def hash(self) -> str:
        """Return SHA-256 of all of it."""
        parts = {
            name: sorted(value) if isinstance(value, set) else sorted((str(key), value[key]) for key in value)
            for name, value in vars(self).items()
        }
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def snapshot(school_id: int, on: dt.date) -> Roster:
    """Return the roster as it stands on a day."""
    live = Q(ends=None) | Q(ends__gte=on)
    return Roster(
        campuses=set(Campus.objects.of(school_id).values_list("name", flat=True)),
        grades=set(Grade.objects.of(school_id).values_list("name", flat=True)),
        subjects=set(Subject.objects.of(school_id).values_list("name", flat=True)),
        classes=_classes(school_id),
        staff=_staff(school_id),
        students=_students(school_id),
        groups={_group(*row) for row in Group.objects.of(school_id).values_list(*GROUP)},
        members=_members(school_id, live),
        teaching=_teaching(school_id, live),
        guardians=_guardians(school_id, live),
    )


GROUP = ("kind", "school_class__name", "name")


def _group(kind: str, room: str | None, name: str) -> GroupKey:
    return kind, room or "", name


def _classes(school_id: int) -> dict[str, Facts]:
    rows = SchoolClass.objects.of(school_id).values_list(
        "name", "grade__name", "campus__name", "homeroom_teacher__number", "closed_on"
    )
    return {
        name: {"grade": grade, "campus": campus or "", "homeroom": homeroom or "", "closed": closed is not None}
        for name, grade, campus, homeroom, closed in rows
    }


def _staff(school_id: int) -> dict[str, Facts]:
    rows = Staff.objects.of(school_id).values_list("number", "name", "gender", "phone", "subject__name", "left_on")
    return {
        number: {**dict(zip(STAFF_FIELDS, (*facts, subject or ""), strict=True)), "left": left is not None}
        for number, *facts, subject, left in rows
    }


def _students(school_id: int) -> dict[str, Facts]:
    rows = Student.objects.of(school_id).values_list(
        "number",
        "name",
        "gender",
        "birthday",
        "school_class__name",
        "seat",
        "boarding",
        "neighbourhood",
        "address",
        "identity_number",
        "left_on",
    )
    return {
        number: {
            **dict(zip(STUDENT_FIELDS, (name, gender, born.isoformat() if born else "", *facts), strict=True)),
            "left": left is not None,
        }
        for number, name, gender, born, *facts, left in rows
    }


def _members(school_id: int, live: Q) -> set[MemberKey]:
    rows = (
        GroupMember.objects.of(school_id)
        .filter(live)
        .values_list("student__number", *(f"group__{name}" for name in GROUP))
    )
    return {(student, *_group(*group)) for student, *group in rows}


def _teaching(school_id: int, live: Q) -> set[TeachingKey]:
    rows = (
        TeachingAssignment.objects.of(school_id)
        .filter(live)
        .values_list("staff__number", "school_class__name", "group__name", "subject__name")
    )
    return {(staff, "class" if room else "group", room or group or "", subject) for staff, room, group, subject in rows}


def _guardians(school_id: int, live: Q) -> dict[GuardianKey, Facts]:
    rows = (
        Guardianship.objects.of(school_id)
        .filter(live)
        .values_list("student__number", "guardian__name", "guardian__phone", "relation")
    )
    return {
        (student, name): {"phone": phone, "relation": relation}
        for student, name, phone, relation in rows.order_by("id")
    }
