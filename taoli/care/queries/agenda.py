"""Whom somebody wants to speak of at the next class conference."""

import uuid

from django.db.models import QuerySet
from django.http import Http404

from taoli.care.models import AgendaNote
from taoli.care.permissions.agenda import AGENDA
from taoli.common.policy import Actor
from taoli.roster.models import Student
from taoli.roster.permissions import STUDENT


def agenda(actor: Actor) -> "QuerySet[AgendaNote]":
    """Return the own open notes about students still within reach, class by class."""
    rows: QuerySet[AgendaNote] = AGENDA.within(AgendaNote.objects.filter(crossed_at=None), actor, "view")
    reached = STUDENT.within(Student.objects.filter(left_on=None), actor, "view")
    near = rows.filter(student__in=reached).select_related("student__school_class")
    return near.order_by("student__school_class__name", "student__seat", "student__sort_key", "id")


def get_note(actor: Actor, pk: uuid.UUID) -> AgendaNote:
    """Return one of the own open notes; 404 for anybody else's."""
    row: AgendaNote | None = AGENDA.within(AgendaNote.objects.filter(pk=pk), actor, "view").first()
    if row is None:
        raise Http404
    return row
