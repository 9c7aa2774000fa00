"""Cards on paper."""

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.engine.package import StudentFile
from taoli.handover.models import BridgeCard
from taoli.handover.permissions.cards import CARD
from taoli.handover.queries.contents import contents_of
from taoli.roster.models import Student

LINES = 6


def card_student(actor: Actor, pk: uuid.UUID) -> Student:
    """Return a student for whom the actor prints or types a card; 404 otherwise."""
    rows = CARD.within(Student.objects.filter(pk=pk), actor, "issue").select_related("school_class", "mentor")
    found: Student | None = rows.first()
    if found is None:
        raise Http404
    return found


def card_students(actor: Actor) -> "QuerySet[Student]":
    """Return the present students for whom a card may be typed."""
    rows: QuerySet[Student] = CARD.within(Student.objects.filter(left_on=None), actor, "issue")
    return rows.select_related("school_class").order_by("school_class__name", "sort_key", "id")


@dataclass(frozen=True, slots=True)
class CardPage:
    """The card as it prints."""

    student: Student
    file: StudentFile
    card: BridgeCard | None
    contacts: int

    @property
    def lines(self) -> list[str]:
        """Return the newest printed sentences, as many as the page has room for."""
        sections = {one.key: one for one in self.file.sections}
        return [one.text for one in sections["contacts"].entries[-LINES:]]

    @property
    def goals(self) -> list[str]:
        """Return the goals."""
        sections = {one.key: one for one in self.file.sections}
        return [one.text.splitlines()[0] for one in sections["goals"].entries[-3:]]


def card_page(actor: Actor, student_id: uuid.UUID) -> CardPage:
    """Return what the card of a student says, logged first; 404 beyond reach."""
    student = card_student(actor, student_id)
    log_view(actor, "handover.card", [student.pk], page="handover:card_print")
    file = contents_of(actor.school_id, [student.pk])[student.pk].file
    card = BridgeCard.objects.of(actor.school_id).filter(student=student).order_by("printed_at").last()
    contacts = sum(len(one.entries) for one in file.sections if one.key == "contacts")
    return CardPage(student, file, card, contacts)
