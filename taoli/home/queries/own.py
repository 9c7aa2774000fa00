"""What somebody has arranged: the own hours, what does not suit just now."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, DateField, F, IntegerField, QuerySet, Value
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.queries.prepared import Prepared
from taoli.home.models import OwnHours, SetAside

ASIDE, EVENINGS = 0, 1  # which of the two a row of the one question is


@dataclass(frozen=True, slots=True)
class Aside:
    """What somebody has set aside: for whom, which way ("" for everything in person), why, until when."""

    pk: uuid.UUID
    student_id: uuid.UUID
    student: str
    way: str
    reason: str
    until: dt.date


def me(actor: Actor) -> uuid.UUID:
    """Return the person who acts; an id that is nobody's for an account without a person."""
    return actor.person_id or uuid.UUID(int=0)


def evenings(actor: Actor) -> bool:
    """Say whether the person has opened the evenings."""
    return OwnHours.objects.of(actor.school_id).filter(staff_id=me(actor), evenings=True).exists()


def arranged(actor: Actor) -> tuple[list[Aside], bool]:
    """Return what the person has set aside beyond today, the soonest to come back first, and whether the evenings are
    open; one query.
    """
    rows = sorted(_arranged(school=actor.school_id, staff=me(actor), day=clock.today()))
    return [Aside(*row[3:]) for row in rows if row[2] == ASIDE], any(row[2] == EVENINGS for row in rows)


@Prepared
def _arranged(*, school: Any, staff: Any, day: Any) -> "QuerySet[Any, Any]":
    asides = SetAside.objects.of(school).filter(staff_id=staff, withdrawn_at=None, until__gt=day).order_by()
    hours = OwnHours.objects.of(school).filter(staff_id=staff, evenings=True).order_by()
    text, which = Value("", CharField()), IntegerField()
    said = ("id", "student_id", "student__name", "way", "reason")
    return asides.values_list("until", "student__sort_key", Value(ASIDE, which), *said, F("until")).union(
        hours.values_list(
            Value(day, DateField()),
            text,
            Value(EVENINGS, which),
            "id",
            "staff_id",
            text,
            text,
            text,
            Value(day, DateField()),
        ),
        all=True,
    )


def get_aside(actor: Actor, pk: uuid.UUID) -> SetAside:
    """Return one of the own rows; 404 for anybody else's."""
    row = SetAside.objects.of(actor.school_id).filter(pk=pk, staff_id=me(actor)).first()
    if row is None:
        raise Http404
    return row
