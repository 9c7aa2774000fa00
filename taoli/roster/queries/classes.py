"""The classes somebody reaches."""

import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.roster.models import SchoolClass, Student
from taoli.roster.permissions import SCHOOL_CLASS


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class, its students and how many of them have no mentor."""

    room: SchoolClass
    students: int
    alone: int


def classes(actor: Actor, action: str = "view") -> "QuerySet[SchoolClass]":
    """Return the open classes the actor reaches, by grade and number."""
    rows: QuerySet[SchoolClass] = SCHOOL_CLASS.within(SchoolClass.objects.filter(closed_on=None), actor, action)
    return rows.select_related("grade", "campus", "homeroom_teacher").order_by(
        "grade__order", "grade__name", "number", "name", "id"
    )


def get_class(actor: Actor, pk: uuid.UUID, action: str = "view") -> SchoolClass:
    """Return one reachable class; 404 for any other."""
    found = classes(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def class_rows(actor: Actor) -> list[ClassRow]:
    """Return the classes with their numbers of students."""
    present = Student.objects.of(actor.school_id).filter(left_on=None)
    total = Counter(present.values_list("school_class_id", flat=True))
    alone = Counter(present.filter(mentor=None).values_list("school_class_id", flat=True))
    return [ClassRow(room, total[room.pk], alone[room.pk]) for room in classes(actor)]
