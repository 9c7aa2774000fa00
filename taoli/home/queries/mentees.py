"""My students of today, and those of mentors who are away and for whom I stand in."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from taoli.duties.queries.prepared import Prepared
from taoli.home.queries.next_actions import Person
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import BY_PLACE, holding
from taoli.roster.models import AttentionMark, StaffLeave

FIELDS = (
    "mentor_id",
    "student_id",
    "student__name",
    "school_class__name",
    "group_id",
    "group__name",
    "school_class_id",
    "student__strengths",
    "attention",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A mentor on leave for whom one stands in, and until when."""

    staff_id: uuid.UUID
    name: str
    ends: dt.date | None


def standing_in(school_id: int, staff_id: uuid.UUID, day: dt.date) -> list[Standing]:
    """Return for whom somebody stands in on the day; one query."""
    return [Standing(*row) for row in _away(school=school_id, staff=staff_id, day=day)]


@Prepared
def _away(*, school: Any, staff: Any, day: Any) -> "QuerySet[Any, Any]":
    away = StaffLeave.objects.of(school).filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day)
    return away.filter(substitute_id=staff).order_by("starts", "id").values_list("staff_id", "staff__name", "ends")


def my_people(
    school_id: int, mentor: uuid.UUID, away: Collection[Standing], day: dt.date
) -> dict[uuid.UUID, dict[uuid.UUID, Person]]:
    """Return mentor → students: one's own first; plain values, as everybody opens this page on Monday morning."""
    names = {one.staff_id: one.name for one in away}
    found: dict[uuid.UUID, dict[uuid.UUID, Person]] = {mentor: {}}
    for who, pk, name, room, group, words, room_id, strengths, attention in _people(
        school=school_id, mentors=[mentor, *names], day=day
    ):
        found.setdefault(who, {})[pk] = Person(
            pk,
            name,
            room,
            group,
            words or "",
            class_id=room_id,
            attention=attention,
            for_=names.get(who, ""),
            strengths=tuple(strengths),
        )
    return found


@Prepared
def _people(*, school: Any, mentors: Any, day: Any) -> "QuerySet[Any, Any]":
    marks = AttentionMark.objects.of(school).filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day)
    rows = Pairing.objects.of(school).filter(holding(day), mentor_id__in=mentors)
    marked = rows.annotate(attention=Exists(marks.filter(student_id=OuterRef("student_id"))))
    return marked.order_by(*BY_PLACE).values_list(*FIELDS)
