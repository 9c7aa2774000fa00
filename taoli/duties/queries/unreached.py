"""Whom no adult has reached since a day."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.db.models import Count, Exists, OuterRef, QuerySet

from taoli.duties.models import Act
from taoli.roster.models import Student


def unreached(school_id: int, since: dt.date, class_ids: Collection[uuid.UUID] | None = None) -> "QuerySet[Student]":
    """Return the present students (of these classes) with whom nothing has been made since the day."""
    acts = Act.objects.of(school_id).filter(student_id=OuterRef("pk"), made=True, held_on__gte=since)
    rows: QuerySet[Student] = Student.objects.of(school_id).filter(~Exists(acts), left_on=None)
    return rows if class_ids is None else rows.filter(school_class_id__in=class_ids)


def unreached_by_grade(school_id: int, since: dt.date) -> list[tuple[str, int]]:
    """Return (grade, how many of its students nobody has reached since the day) in the order of grades; one query."""
    place = "school_class__grade"
    rows = unreached(school_id, since).order_by().values_list(f"{place}__order", f"{place}__name")
    return [(name, n) for _order, name, n in rows.annotate(n=Count("pk")).order_by(f"{place}__order", f"{place}__name")]
