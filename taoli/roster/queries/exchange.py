"""The roster as other systems are told it: plain rows, also of those who left, so that a delta can say so."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from taoli.accounts.models import Membership
from taoli.accounts.queries import account_names
from taoli.common.models import Area, School
from taoli.roster.models import (
    ClassStay,
    ExchangeKey,
    Group,
    GroupMember,
    Guardianship,
    SchoolClass,
    Staff,
    Student,
    TeachingAssignment,
    Term,
)

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Facts:
    """Everything a bundle tells; `live` in a row says whether it still holds on the day asked for."""

    school: School
    areas: list[Area]
    terms: list[Term]
    classes: Rows
    groups: Rows
    staff: Rows
    students: Rows
    guardians: Rows
    stays: Rows
    members: Rows
    teaching: Rows
    usernames: dict[uuid.UUID, str]


def exchange_facts(school: School, on: dt.date) -> Facts:
    """Return the facts of a school on a day."""
    kinds = Membership.Kind.values
    return Facts(
        school=school,
        areas=_areas(school),
        terms=list(Term.objects.of(school).order_by("starts")),
        classes=_classes(school),
        groups=_groups(school),
        staff=_staff(school),
        students=_students(school),
        guardians=_dated(
            Guardianship.objects.of(school).order_by("student__number", "id"),
            on,
            student="student_id",
            guardian="guardian_id",
            name="guardian__name",
            phone="guardian__phone",
            relation="relation",
        ),
        stays=_dated(ClassStay.objects.of(school), on, student="student_id", room="school_class_id"),
        members=_dated(
            GroupMember.objects.of(school).order_by("starts", "id"),
            on,
            id="id",
            student="student_id",
            group="group_id",
            kind="group__kind",
            name="group__name",
        ),
        teaching=_dated(
            TeachingAssignment.objects.of(school).order_by("starts", "id"),
            on,
            id="id",
            staff="staff_id",
            room="school_class_id",
            group="group_id",
            subject="subject_id",
            subject_name="subject__name",
        ),
        usernames={person: name for kind in kinds for person, name in account_names(school.pk, kind).items()},
    )


def exchange_keys(school_id: int) -> dict[tuple[str, str], tuple[str, str]]:
    """Return (file, sourcedId) → (kind, our own key) of what other systems have told so far."""
    rows = ExchangeKey.objects.of(school_id).values_list("file", "sourced_id", "kind", "key")
    return {(file, sourced_id): (kind, key) for file, sourced_id, kind, key in rows}


def _areas(school: School) -> list[Area]:
    found, area = [], school.area
    while area is not None:
        found.append(area)
        area = area.parent
    return found


def _named(rows: Any, **columns: str) -> Rows:
    return [dict(zip(columns, values, strict=True)) for values in rows.values_list(*columns.values())]


def _dated(rows: Any, on: dt.date, **columns: str) -> Rows:
    live = set(rows.filter(Q(ends=None) | Q(ends__gte=on)).values_list("pk", flat=True))
    starts = [] if rows.model is Guardianship else [("starts", "starts")]
    found = _named(rows, pk="pk", ends="ends", **dict(starts), **columns)
    return [{**row, "live": row["pk"] in live} for row in found]


def _classes(school: School) -> Rows:
    rows = _named(
        SchoolClass.objects.of(school).order_by("grade__order", "number", "name"),
        id="id",
        name="name",
        grade="grade__name",
        campus="campus__name",
        homeroom="homeroom_teacher_id",
        closed="closed_on",
    )
    return [{**row, "live": row["closed"] is None} for row in rows]


def _groups(school: School) -> Rows:
    teaching = Group.objects.of(school).filter(kind=Group.Kind.TEACHING_GROUP).order_by("name")
    return [
        {**row, "live": row["closed"] is None} for row in _named(teaching, id="id", name="name", closed="closed_on")
    ]


def _staff(school: School) -> Rows:
    rows = _named(
        Staff.objects.of(school).order_by("number"),
        id="id",
        number="number",
        name="name",
        gender="gender",
        phone="phone",
        subject="subject__name",
        left="left_on",
    )
    return [{**row, "live": row["left"] is None} for row in rows]


def _students(school: School) -> Rows:
    rows = _named(
        Student.objects.of(school).order_by("number"),
        id="id",
        number="number",
        name="name",
        gender="gender",
        birthday="birthday",
        room="school_class_id",
        grade="school_class__grade__name",
        seat="seat",
        boarding="boarding",
        neighbourhood="neighbourhood",
        address="address",
        left="left_on",
    )
    return [{**row, "live": row["left"] is None} for row in rows]
