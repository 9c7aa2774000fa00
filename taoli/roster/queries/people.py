"""Mentors, units of students and who teaches whom: what the later steps ask of the roster."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from taoli.roster.models import Group, GroupMember, SchoolClass, Staff, TeachingAssignment
from taoli.roster.queries.fitness import OUTSIDE


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A study group, dormitory room or teaching group with its students; class and grade are those of most of them."""

    group: Group
    class_id: uuid.UUID | None
    grade_id: uuid.UUID | None
    student_ids: tuple[uuid.UUID, ...]
    homeroom_staff_id: uuid.UUID | None


def mentors(school_id: int) -> list[Staff]:
    """Return the school's own staff who have not left, with their subject, in the order of names."""
    return list(own_staff(school_id).select_related("subject"))


def own_staff(school_id: int) -> "QuerySet[Staff]":
    """Return the staff who have not left, in the order of names, without those from outside.

    These stand beside a student's mentor (`neighbourhood`) and in nobody's place: neither on duty nor in a case.
    """
    return present(school_id).exclude(kind__in=OUTSIDE)


def present(school_id: int) -> "QuerySet[Staff]":
    """Return everybody of the staff who has not left, in the order of names."""
    rows: QuerySet[Staff] = Staff.objects.of(school_id).filter(left_on=None)
    return rows.order_by("sort_key", "number", "id")


def units(school_id: int, kind: str, on: dt.date) -> list[UnitRow]:
    """Return the units of a kind (Group.Kind) that hold students on the day, by class and name."""
    classes = SchoolClass.objects.of(school_id).select_related("grade").in_bulk()
    members: dict[uuid.UUID, list[tuple[uuid.UUID, uuid.UUID]]] = defaultdict(list)
    rows = _members(school_id, kind, on).values_list("group_id", "student_id", "student__school_class_id")
    for group_id, student_id, class_id in rows.order_by("student__sort_key", "student_id"):
        members[group_id].append((student_id, class_id))
    groups = Group.objects.of(school_id).filter(pk__in=list(members), closed_on=None)
    found = [_unit(group, members[group.pk], classes) for group in groups]
    return sorted(found, key=lambda unit: _place(unit, classes))


def group_of(school_id: int, student_ids: Collection[uuid.UUID], kind: str, on: dt.date) -> dict[uuid.UUID, uuid.UUID]:
    """Return student → unit of that kind on the day, for those who are in one."""
    wanted = set(student_ids)
    rows = _members(school_id, kind, on).order_by("starts", "id").values_list("student_id", "group_id")
    return {student: group for student, group in rows if student in wanted}


def teaches(school_id: int, on: dt.date) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Return staff → classes they teach (through a teaching group too) or are homeroom teacher of, on the day."""
    found: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for staff, room in SchoolClass.objects.of(school_id).values_list("homeroom_teacher_id", "pk"):
        if staff is not None:
            found[staff].add(room)
    held = TeachingAssignment.objects.of(school_id).filter(_lasts(on))
    taught: set[tuple[Any, ...]] = set(held.values_list("staff_id", "school_class_id", "group_id"))
    in_group: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    if any(group for _staff, _room, group in taught):
        kind = Group.Kind.TEACHING_GROUP
        rows = _members(school_id, kind, on).values_list("group_id", "student__school_class_id")
        for group, room in rows:
            in_group[group].add(room)
    for staff, room, group in taught:
        found[staff] |= {room} if room else in_group[group]
    return dict(found)


def _members(school_id: int, kind: str, on: dt.date) -> "QuerySet[GroupMember]":
    present: QuerySet[GroupMember] = GroupMember.objects.of(school_id).filter(
        _lasts(on), group__kind=kind, student__left_on=None
    )
    return present


def _lasts(on: dt.date) -> Q:
    return Q(starts__lte=on) & (Q(ends=None) | Q(ends__gte=on))


def _unit(group: Group, rows: list[tuple[uuid.UUID, uuid.UUID]], classes: dict[Any, SchoolClass]) -> UnitRow:
    counted = Counter(class_id for _student, class_id in rows)
    class_id = group.school_class_id or min(counted, key=lambda one: (-counted[one], str(one)))
    room = classes[class_id]
    return UnitRow(
        group=group,
        class_id=class_id,
        grade_id=room.grade_id,
        student_ids=tuple(student for student, _class in rows),
        homeroom_staff_id=room.homeroom_teacher_id,
    )


def _place(unit: UnitRow, classes: dict[Any, SchoolClass]) -> tuple[int, int, str, str, str]:
    room = classes[unit.class_id]
    return room.grade.order, room.number, room.name, unit.group.name, str(unit.group.pk)
