"""Which students somebody reaches."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.roster.models import Student
from taoli.roster.permissions import STUDENT


def students(actor: Actor, action: str = "view") -> "QuerySet[Student]":
    """Return the present students the actor reaches, by class, number in class and name."""
    rows: QuerySet[Student] = STUDENT.within(Student.objects.filter(left_on=None), actor, action)
    return rows.select_related("school_class", "mentor").order_by(
        "school_class__grade__order", "school_class__number", "seat", "sort_key", "id"
    )


def get_student(actor: Actor, pk: uuid.UUID, action: str = "view") -> Student:
    """Return one reachable student; 404 for anybody else's, as if there were none."""
    found = students(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def student_rows(actor: Actor, text: str = "", class_id: str = "") -> list[dict[str, Any]]:
    """Return the rows of the student list, narrowed by a name, initials or number, and by a class."""
    rows = students(actor)
    if class_id:
        rows = rows.filter(school_class_id=class_id)
    return [
        {"student": one, "class": one.school_class, "mentor": one.mentor}
        for one in rows
        if not text or text in one.name or text.lower() in one.sort_key or text in one.number
    ]
