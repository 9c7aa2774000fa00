"""Which students a package shall be of."""

import uuid

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.ids import id_of
from taoli.common.policy import Actor
from taoli.roster.models import SchoolClass, Student


def room_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of the school's classes, closed ones last: a class that has graduated is handed over too."""
    rows = SchoolClass.objects.of(school_id).order_by("closed_on", "grade__order", "number", "name")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def chosen_students(by: Actor, *, room: str, number: str) -> tuple[list[uuid.UUID], str]:
    """Return the students of a class with its name, or the one of a number with an empty name.

    Of a class those who are in it now and those who left from it and are in no package yet; TaoliError: no such number.
    """
    rows = Student.objects.of(by.school_id)
    if pk := id_of(room):
        found = rows.filter(school_class_id=pk).select_related("school_class")
        present = [one for one in found if one.left_on is None] or list(found)
        return [one.pk for one in present], present[0].school_class.name if present else ""
    one = rows.filter(number=number.strip()).first()
    if one is None:
        raise TaoliError(_("There is no student with the number %(number)s.") % {"number": number.strip()})
    return [one.pk], ""
