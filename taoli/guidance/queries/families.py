"""What families have written, for both sides."""

import datetime as dt
import uuid

from django.db.models import QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.models import FamilyCorrection, FamilyMessage
from taoli.guidance.permissions import CORRECTION, MESSAGE
from taoli.notifications.queries.hours import hours_of
from taoli.roster.models import Student
from taoli.roster.queries.students import get_student, students

NEWEST = 30


def own_child(actor: Actor, pk: uuid.UUID) -> Student:
    """Return a child of the guardian who asks; 404 for any other."""
    if actor.person_kind != "guardian":
        raise Http404
    return get_student(actor, pk)


def own_children_of(actor: Actor) -> list[Student]:
    """Return the guardian's children."""
    return list(students(actor))


def messages_of(actor: Actor) -> list[FamilyMessage]:
    """Return the guardian's own messages with their answers, the newest first."""
    return _newest(MESSAGE.within(FamilyMessage.objects.all(), actor, "send"))


def messages_to(actor: Actor) -> list[FamilyMessage]:
    """Return the messages to a mentor (or whom the mentor stands in for): those without an answer first."""
    found = _newest(MESSAGE.within(FamilyMessage.objects.all(), actor, "read"))
    return sorted(found, key=lambda one: one.answered_at is not None)


def waiting_messages(actor: Actor) -> int:
    """Return how many messages wait for the mentor's answer."""
    rows: QuerySet[FamilyMessage] = MESSAGE.within(FamilyMessage.objects.filter(answered_at=None), actor, "read")
    return rows.count()


def read_by_when(school_id: int) -> dt.datetime | None:
    """Return from when on a message sent now is brought to its reader: at once in hours, else next morning of a day."""
    return hours_of(school_id).next(clock.now())


def corrections_of(actor: Actor) -> list[FamilyCorrection]:
    """Return the guardian's own requests, the newest first."""
    rows: QuerySet[FamilyCorrection] = CORRECTION.within(FamilyCorrection.objects.all(), actor, "ask")
    return list(rows.select_related("student").order_by("-asked_at", "-id")[:NEWEST])


def corrections_to(actor: Actor) -> list[FamilyCorrection]:
    """Return the requests that the class or the office answers: the open ones first, by the day they are due."""
    rows: QuerySet[FamilyCorrection] = CORRECTION.within(FamilyCorrection.objects.all(), actor, "answer")
    found = list(rows.select_related("student__school_class", "guardian").order_by("due_on", "id")[:200])
    return sorted(found, key=lambda one: one.state != FamilyCorrection.State.OPEN)


def _newest(rows: "QuerySet[FamilyMessage]") -> list[FamilyMessage]:
    return list(rows.select_related("student__school_class", "guardian", "mentor").order_by("-sent_at", "-id")[:NEWEST])
