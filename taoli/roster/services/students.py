"""Writes on students that later steps ask for."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import ClassStay, Group, GroupMember, Guardianship, Student
from taoli.roster.services.people import sync_all_roles

CHUNK = 500
DAY = dt.timedelta(days=1)


def set_mentors(*, by: Actor, mentor_by_student: Mapping[uuid.UUID, uuid.UUID | None]) -> int:
    """Write who mentors each student now (None: nobody); returns how many rows. Called by matching when it publishes.

    One statement a mentor, one audit row for all; an unknown student or a mentor of another school is refused by the
    database at the end of the transaction.
    """
    students: dict[uuid.UUID | None, list[uuid.UUID]] = defaultdict(list)
    for student, mentor in mentor_by_student.items():
        students[mentor].append(student)
    count = 0
    with change(by=by, action="student.set_mentors") as note:
        for mentor, ids in students.items():
            for start in range(0, len(ids), CHUNK):
                rows = Student.objects.of(by.school_id).filter(pk__in=ids[start : start + CHUNK])
                count += rows.update(mentor_id=mentor)
        note.data = {"students": count}
    return count


def move_classes(*, by: Actor, room_by_student: Mapping[uuid.UUID, uuid.UUID], on: dt.date) -> int:
    """Let students be in other classes from a day on (today or before); returns how many moved.

    Study groups of the old class end the day before; what was before stays in the stays. Who is there already is left.
    """
    with change(by=by, action="student.move_classes", on=on) as note:
        rows = [
            one
            for one in Student.objects.of(by.school_id).filter(pk__in=list(room_by_student))
            if one.school_class_id != room_by_student[one.pk]
        ]
        _end_stays(by, rows, on)
        groups = list(Group.objects.of(by.school_id).filter(kind=Group.Kind.STUDY_GROUP).values_list("pk", flat=True))
        members = GroupMember.objects.of(by.school_id).filter(group_id__in=groups)
        _end(members.filter(student_id__in=[one.pk for one in rows]), on)
        for one in rows:
            one.school_class_id = room_by_student[one.pk]
        Student.objects.of(by.school_id).bulk_update(rows, ["school_class"], batch_size=CHUNK)
        ClassStay.objects.bulk_create(_stay(by, one, on) for one in rows)
        note.data |= {"students": len(rows)}
    return len(rows)


def leave_school(*, by: Actor, student_id: uuid.UUID, last: dt.date) -> Student:
    """Let a student be gone after a last day (today or before): no class, no group, no account role of the own."""
    with change(by=by, action="student.leave", object_id=student_id, last=last):
        row = Student.objects.of(by.school_id).get(pk=student_id)
        if row.left_on is not None:
            raise TaoliError(_("%(name)s has left already.") % {"name": row.name})
        row.left_on = last
        row.save(update_fields=["left_on"])
        _end_stays(by, [row], last + DAY)
        _end(GroupMember.objects.of(by.school_id).filter(student_id=student_id), last + DAY)
        sync_all_roles(by=by)
    return row


def come_back(*, by: Actor, student_id: uuid.UUID, room_id: uuid.UUID, on: dt.date) -> Student:
    """Let a student who had left be at the school again, in a class, from a day (today or before) on."""
    with change(by=by, action="student.come_back", object_id=student_id, room=room_id, on=on):
        row = Student.objects.of(by.school_id).get(pk=student_id)
        if row.left_on is None:
            raise TaoliError(_("%(name)s is at the school.") % {"name": row.name})
        if on <= row.left_on:
            raise TaoliError(_("%(name)s left after that day.") % {"name": row.name})
        row.left_on, row.school_class_id = None, room_id
        row.save(update_fields=["left_on", "school_class"])
        ClassStay.objects.bulk_create([_stay(by, row, on)])
        sync_all_roles(by=by)
    return row


def _end_stays(by: Actor, rows: Sequence[Student], on: dt.date) -> None:
    ids = [one.pk for one in rows]
    for start in range(0, len(ids), CHUNK):
        _end(ClassStay.objects.of(by.school_id).filter(student_id__in=ids[start : start + CHUNK]), on)


def _end(rows: "QuerySet[Any]", on: dt.date) -> None:
    rows.filter(Q(ends=None) | Q(ends__gte=on)).update(ends=on - DAY)


def _stay(by: Actor, student: Student, on: dt.date) -> ClassStay:
    return ClassStay(school_id=by.school_id, student_id=student.pk, school_class_id=student.school_class_id, starts=on)


def set_two_adults(*, by: Actor, student: Student, two_adults: bool) -> None:
    """Say whether the student is visited at home by two adults only."""
    with change(by=by, action="student.two_adults", object_id=student.pk, two_adults=two_adults):
        Student.objects.of(by.school_id).filter(pk=student.pk).update(two_adults=two_adults)


def restrict_guardian(
    *, by: Actor, student: Student, tie_id: uuid.UUID, since: dt.date | None, until: dt.date | None, visits: bool
) -> None:
    """Restrict what a guardian sees from a day on (None: no restriction any more); TaoliError: days in the wrong order.

    The audit says that it was changed, not why.
    """
    if since and until and until < since:
        raise TaoliError(_("The last day lies before the first."))
    with change(by=by, action="guardian.restrict", object_id=tie_id):
        ties = Guardianship.objects.of(by.school_id).filter(pk=tie_id, student=student)
        done = ties.update(
            restricted_from=since,
            restricted_until=until if since else None,
            restricted_visits=bool(since and visits),
        )
        if not done:
            raise TaoliError(_("This guardian does not belong to the student."))
