"""Dated facts about people as of a day."""

import datetime as dt
import uuid
from collections import defaultdict

from django.db.models import Q

from taoli.common import clock
from taoli.roster.models import StaffLeave, StudentCategory


def categories_of(school_id: int) -> dict[uuid.UUID, set[str]]:
    """Return student → codes of categories in force today."""
    found: dict[uuid.UUID, set[str]] = defaultdict(set)
    today = clock.today()
    rows = StudentCategory.objects.of(school_id).filter(Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today)))
    for student, code in rows.values_list("student_id", "code"):
        found[student].add(code)
    return dict(found)


def on_leave(school_id: int, day: dt.date, longer_than: dt.timedelta = dt.timedelta()) -> set[uuid.UUID]:
    """Return the staff who are away on the day and will be for longer than this, or without a known end."""
    rows = StaffLeave.objects.of(school_id).filter(starts__lte=day)
    rows = rows.filter(Q(ends=None) | Q(ends__gte=day + longer_than))
    return set(rows.values_list("staff_id", flat=True))


def reason_place(pk: uuid.UUID) -> str:
    """Return what the reason of a category is bound to."""
    return f"roster.category/{pk}/reason"
