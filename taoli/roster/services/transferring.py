"""Students who come from or go to another school, several at once."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import AttentionMark, ClassStay, SchoolClass, Student
from taoli.roster.services.names import sort_key


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who comes: the number is the school's own."""

    name: str
    number: str
    room_id: uuid.UUID
    gender: str = ""
    birthday: dt.date | None = None


def admit(*, by: Actor, newcomers: Sequence[Newcomer]) -> list[Student]:
    """Put students onto the roster from today on, in the given order. Their accounts are opened as for others.

    TaoliError: a number that is taken or named twice, a class that is not there.
    """
    today = clock.today()
    with change(by=by, action="student.admit", students=len(newcomers)):
        numbers = [one.number for one in newcomers]
        taken = set(Student.objects.of(by.school_id).filter(number__in=numbers).values_list("number", flat=True))
        twice = taken | {one for one in numbers if numbers.count(one) > 1}
        if twice:
            raise TaoliError(
                _("The student number %(number)s is taken. Please give another one.") % {"number": min(twice)}
            )
        rooms = SchoolClass.objects.of(by.school_id).filter(closed_on=None)
        wanted = {one.room_id for one in newcomers}
        if set(rooms.filter(pk__in=wanted).values_list("pk", flat=True)) != wanted:
            raise TaoliError(_("Please choose a class for each student."))
        rows = [_student(by, one) for one in newcomers]
        Student.objects.bulk_create(rows)
        ClassStay.objects.bulk_create(
            ClassStay(school_id=by.school_id, student=one, school_class_id=one.school_class_id, starts=today)
            for one in rows
        )
    return rows


def carry_attention(*, by: Actor, student_id: uuid.UUID, until: dt.date) -> None:
    """Let key attention that another school has renewed go on here to its day, unless it goes on already."""
    today = clock.today()
    with change(by=by, action="student.carry_attention", object_id=student_id):
        marks = AttentionMark.objects.of(by.school_id).filter(student_id=student_id)
        if not marks.filter(Q(ends=None) | Q(ends__gte=until)).exists():
            AttentionMark.objects.create(school_id=by.school_id, student_id=student_id, starts=today, ends=until)


def _student(by: Actor, one: Newcomer) -> Student:
    return Student(
        school_id=by.school_id,
        name=one.name,
        number=one.number,
        sort_key=sort_key(one.name),
        gender=one.gender,
        birthday=one.birthday,
        school_class_id=one.room_id,
    )
