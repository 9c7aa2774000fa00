"""About whom somebody may raise a worry."""

import uuid

from django.db.models import Q
from django.http import Http404

from taoli.care.permissions.cases import RAISING
from taoli.common.policy import Actor
from taoli.roster.models import Student

MOST_FOUND = 20


def get_student(actor: Actor, pk: uuid.UUID) -> Student:
    """Return a present student with whom the actor works; 404 otherwise."""
    rows = RAISING.within(Student.objects.filter(pk=pk, left_on=None), actor, "voice")
    found: Student | None = rows.select_related("school_class", "mentor").first()
    if found is None:
        raise Http404
    return found


def students_to_raise(actor: Actor, text: str) -> list[Student]:
    """Return the students with whom the actor works whose name or number begins so; at most twenty."""
    rows = RAISING.within(Student.objects.filter(left_on=None), actor, "voice")
    fits = Q(name__contains=text) | Q(number__startswith=text) | Q(school_class__name__contains=text)
    return list(rows.filter(fits).select_related("school_class").order_by("sort_key", "id")[:MOST_FOUND])
