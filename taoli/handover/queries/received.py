"""What other schools handed over of a student, and the restricted lines for whom the office named."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from django.http import Http404

from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.handover.models import Arrival, ReceivedEntry, ReceivedFile, ReceivedStudent
from taoli.handover.permissions.received import RECEIVED, RESTRICTED
from taoli.roster.models import Student
from taoli.roster.queries.sealing import open_about


@dataclass(slots=True)
class EntryRow:
    """A line, and the files that came with it."""

    on: dt.date
    kind: str
    text: str
    by: str
    files: list[tuple[uuid.UUID, str]]


@dataclass(slots=True)
class SectionRows:
    """A section with its lines."""

    title: str
    entries: list[EntryRow] = field(default_factory=list)


@dataclass(slots=True)
class ReceivedPage:
    """One school's word on a student: strengths first, then the old mentor's sentence, then the sections."""

    row: ReceivedStudent
    sections: list[SectionRows]


def bound(row: ReceivedStudent, name: str) -> str:
    """Return what a sealed field is bound to."""
    return f"handover.received_student/{row.pk}/{name}"


def received_of(actor: Actor, student_id: uuid.UUID) -> tuple[Student, list[ReceivedPage]]:
    """Return a student and what came along, logged for all but the mentor of today; 404 beyond reach. Four queries."""
    student = (
        RECEIVED.within(Student.objects.filter(pk=student_id), actor, "view").select_related("school_class").first()
    )
    if student is None:
        raise Http404
    rows = list(ReceivedStudent.objects.of(actor.school_id).filter(student=student).order_by("-received_on", "-id"))
    if actor.person_id != student.mentor_id:
        log_view(actor, "handover.received_student", [one.pk for one in rows], page="handover:received_list")
    entries = ReceivedEntry.objects.of(actor.school_id).filter(received__in=rows).order_by("place", "id")
    files: dict[uuid.UUID, list[tuple[uuid.UUID, str]]] = {}
    kept = ReceivedFile.objects.of(actor.school_id).filter(entry__received__in=rows)
    for entry, pk, name in kept.values_list("entry_id", "pk", "name"):
        files.setdefault(entry, []).append((pk, name))
    found: dict[uuid.UUID, dict[str, SectionRows]] = {}
    for one in entries:
        sections = found.setdefault(one.received_id, {})
        row = EntryRow(one.on, one.kind, one.text, one.by, files.get(one.pk, []))
        sections.setdefault(one.section, SectionRows(one.title)).entries.append(row)
    return student, [ReceivedPage(one, list(found.get(one.pk, {}).values())) for one in rows]


def received_file(actor: Actor, pk: uuid.UUID) -> ReceivedFile:
    """Return a file that came along, its opening logged; 404 beyond reach."""
    row = ReceivedFile.objects.of(actor.school_id).filter(pk=pk).select_related("entry__received").first()
    if (
        row is None
        or not RECEIVED.within(Student.objects.filter(pk=row.entry.received.student_id), actor, "view").exists()
    ):
        raise Http404
    log_view(actor, "handover.received_file", [row.pk], page="handover:received_file")
    return row


@dataclass(frozen=True, slots=True)
class RestrictedRow:
    """A restricted line, opened."""

    name: str
    text: str
    reason: str


def get_restricted(actor: Actor, pk: uuid.UUID) -> Arrival:
    """Return a package whose restricted part the actor was named to open; 404 for everybody else."""
    reached = RESTRICTED.within(Arrival.objects.filter(pk=pk), actor, "open")
    row: Arrival | None = reached.defer("data").select_related("partner").first()
    if row is None or (row.restricted is None and row.opened_at is None):
        raise Http404
    return row


def restricted_rows(actor: Actor, arrival: Arrival) -> list[RestrictedRow]:
    """Return the lines that were opened with their code before; the opening is logged first."""
    rows = ReceivedStudent.objects.of(actor.school_id).filter(arrival=arrival).exclude(sealed_text="")
    found = list(rows.select_related("student").order_by("place"))
    log_view(actor, "handover.restricted", [one.pk for one in found], page="handover:restricted_open")
    return [
        RestrictedRow(
            one.student.name,
            open_about(actor.school_id, one.student_id, one.sealed_text, bound(one, "sealed_text")),
            open_about(actor.school_id, one.student_id, one.sealed_reason, bound(one, "sealed_reason")),
        )
        for one in found
    ]
