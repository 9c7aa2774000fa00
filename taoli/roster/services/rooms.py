"""Classes opened for a new list, and closed when nobody is left in them."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import Grade, SchoolClass, Student
from taoli.roster.services.people import sync_all_roles


def open_rooms(*, by: Actor, rooms: Mapping[str, tuple[str, int]]) -> dict[str, uuid.UUID]:
    """Return class name → id, opening those that are not there; `rooms`: name → (grade, number).

    TaoliError when a grade is not the school's.
    """
    known = {one.name: one for one in SchoolClass.objects.of(by.school_id).filter(name__in=list(rooms))}
    grades = dict(Grade.objects.of(by.school_id).values_list("name", "pk"))
    missing = {grade for name, (grade, _number) in rooms.items() if name not in known} - grades.keys()
    if missing:
        raise TaoliError(_("There is no grade called %(name)s.") % {"name": "、".join(sorted(missing))})
    fresh = [
        SchoolClass(school_id=by.school_id, grade_id=grades[grade], name=name, number=number)
        for name, (grade, number) in sorted(rooms.items())
        if name not in known
    ]
    reopened = [one.pk for one in known.values() if one.closed_on is not None]
    if fresh or reopened:
        with change(by=by, action="class.open_many", classes=[one.name for one in fresh], reopened=reopened):
            SchoolClass.objects.bulk_create(fresh)
            SchoolClass.objects.of(by.school_id).filter(pk__in=reopened).update(closed_on=None)
    return {one.name: one.pk for one in (*known.values(), *fresh)}


def close_empty(*, by: Actor, room_ids: Collection[uuid.UUID], on: dt.date) -> int:
    """Close those of the classes in which nobody is left; their homeroom teachers see them no longer."""
    full = set(Student.objects.of(by.school_id).filter(left_on=None).values_list("school_class_id", flat=True))
    empty = sorted(set(room_ids) - full)
    if empty:
        with change(by=by, action="class.close_empty", classes=empty, on=on):
            SchoolClass.objects.of(by.school_id).filter(pk__in=empty).update(closed_on=on)
            sync_all_roles(by=by)
    return len(empty)
