"""Who is homeroom teacher of a class on a day, by what has been arranged."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.roster.models import ClassCharge, SchoolClass, Staff
from taoli.roster.permissions import SCHOOL_CLASS

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Somebody (None: nobody) is homeroom teacher from a day to a day; no end: until further notice."""

    staff_id: uuid.UUID | None
    starts: dt.date
    ends: dt.date | None


def ahead(school_id: int, on: dt.date) -> "QuerySet[ClassCharge]":
    """Return what has been arranged for the day and later, in the order of days."""
    rows: QuerySet[ClassCharge] = ClassCharge.objects.of(school_id).filter(
        Q(acting=True, ends__gte=on) | Q(acting=False, taken=False), withdrawn_at=None
    )
    return rows.select_related("school_class", "staff").order_by("starts", "id")


def spans(room: SchoolClass, charges: Sequence[ClassCharge], since: dt.date) -> list[Span]:
    """Return who is homeroom teacher of a class from a day on; who stands in comes before who is appointed."""
    edges = {since}
    for one in charges:
        edges |= {day for day in (one.starts, one.ends + DAY if one.ends else None) if day and day > since}
    found: list[Span] = []
    for day in sorted(edges):
        who = _on(room, charges, day)
        if found and found[-1].staff_id == who:
            continue
        if found:
            found[-1] = Span(found[-1].staff_id, found[-1].starts, day - DAY)
        found.append(Span(who, day, None))
    return found


def _on(room: SchoolClass, charges: Sequence[ClassCharge], day: dt.date) -> uuid.UUID | None:
    begun = [one for one in charges if one.starts <= day and (one.ends is None or one.ends >= day)]
    acting = [one for one in begun if one.acting]
    if last := (acting or [one for one in begun if not one.acting and not one.taken]):
        return last[-1].staff_id
    return room.homeroom_teacher_id


def charges_of(actor: Actor, room: SchoolClass) -> list[ClassCharge]:
    """Return what has been arranged for a class from today on."""
    return list(ahead(actor.school_id, clock.today()).filter(school_class=room))


def get_charge(actor: Actor, pk: uuid.UUID) -> ClassCharge:
    """Return an arrangement of a class whose teacher the actor may change; 404 otherwise."""
    row = ClassCharge.objects.of(actor.school_id).select_related("school_class", "staff").filter(pk=pk).first()
    if row is None or not SCHOOL_CLASS.can(actor, "edit", row.school_class):
        raise Http404
    return row


def teachers(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of those who may lead a class: the school's own present teachers."""
    rows = Staff.objects.of(school_id).filter(left_on=None, kind=Staff.Kind.TEACHER).order_by("sort_key", "number")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]
