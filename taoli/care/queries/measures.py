"""Measures: one's own, and those one may settle."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.care.models import CareCase, CaseMeasure
from taoli.care.permissions.cases import LED, MEASURE
from taoli.care.queries.cases import visible
from taoli.common import clock
from taoli.common.policy import Actor

MOST = 100


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """A measure its reader is asked to take; `due`: the day has come."""

    pk: uuid.UUID
    case_id: uuid.UUID
    student: str
    room: str
    text: str
    due_on: dt.date
    due: bool


def own_measures(actor: Actor, *, until: dt.date | None = None) -> list[OwnMeasure]:
    """Return the open measures of the actor, or of whom the actor stands in for, by day; one query."""
    today = clock.today()
    rows = MEASURE.within(CaseMeasure.objects.filter(done_on=None, dropped_at=None), actor, "settle")
    rows = rows.filter(case__state=CareCase.State.OPEN)
    if until:
        rows = rows.filter(due_on__lte=until)
    rows = rows.select_related("case__student__school_class").defer("case__reason", "case__proposed", "case__outcome")
    return [
        OwnMeasure(
            pk=row.pk,
            case_id=row.case_id,
            student=row.case.student.name,
            room=row.case.student.school_class.name,
            text=row.text,
            due_on=row.due_on,
            due=row.due_on <= today,
        )
        for row in rows.order_by("due_on", "id")[:MOST]
    ]


@dataclass(frozen=True, slots=True)
class LedCase:
    """A case its reader leads, to be looked at again."""

    case_id: uuid.UUID
    student: str
    room: str


def led_due(actor: Actor) -> list[LedCase]:
    """Return the open cases the actor leads, or stands in for who does, whose next look has come; one query."""
    rows = LED.within(CareCase.objects.filter(state=CareCase.State.OPEN), actor, "work")
    rows = rows.filter(review_on__lte=clock.today()).order_by("review_on", "id")
    found = rows.values_list("pk", "student__name", "student__school_class__name")[:MOST]
    return [LedCase(pk, student, room) for pk, student, room in found]


def get_measure(actor: Actor, pk: uuid.UUID) -> CaseMeasure:
    """Return a measure that is the actor's own or of a case the actor sees; 404 otherwise."""
    row = CaseMeasure.objects.of(actor.school_id).filter(pk=pk).first()
    if row is None:
        raise Http404
    cases = CareCase.objects.of(actor.school_id).filter(visible(actor), pk=row.case_id)
    if not (MEASURE.can(actor, "settle", row) or cases.exists()):
        raise Http404
    return row
