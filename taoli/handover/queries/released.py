"""What must not go on once a student has left: appointments, links of families, notices that still wait, codes."""

import uuid
from collections.abc import Collection, Iterator

from taoli.care.models import CareCase
from taoli.guidance.models import Appointment, FamilyLink
from taoli.handover.queries.writing import Writes
from taoli.notifications.models import Notice
from taoli.roster.models import Guardianship

CHUNK = 400
OPEN = (Appointment.State.PROPOSED, Appointment.State.COUNTERED, Appointment.State.AGREED)


def chunks(ids: Collection[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    """Yield the identifiers in pieces a database takes."""
    ordered = list(ids)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def release(writes: Writes, school_id: int, student_ids: Collection[uuid.UUID]) -> dict[str, int]:
    """Add to the writes what ends with these students; return how many of each."""
    meetings = open_appointments(school_id, student_ids)
    writes.put("guidance.Appointment", meetings, state=str(Appointment.State.CANCELLED))
    links: list[uuid.UUID] = []
    for some in chunks(meetings):
        rows = FamilyLink.objects.of(school_id).filter(appointment_id__in=some, revoked_at=None)
        links += rows.values_list("pk", flat=True)
    writes.put("guidance.FamilyLink", links, revoked_at="now")
    for meeting in meetings:
        writes.make("guidance.AppointmentStep", appointment_id=meeting, at="now", side="mentor", what="cancelled")
    notices: list[uuid.UUID] = []
    for some in chunks(receivers(school_id, student_ids)):
        waiting = Notice.objects.of(school_id).filter(receiver_id__in=some, settled_at=None)
        notices += waiting.exclude(receiver_kind=Notice.Receiver.STAFF).values_list("pk", flat=True)
    writes.put("notifications.Notice", notices, settled_at="now")
    return {"appointments": len(meetings), "notices": len(notices)}


def open_appointments(school_id: int, student_ids: Collection[uuid.UUID]) -> list[uuid.UUID]:
    """Return the appointments of these students that are not over."""
    found: list[uuid.UUID] = []
    for some in chunks(student_ids):
        rows = Appointment.objects.of(school_id).filter(student_id__in=some, state__in=OPEN).order_by("id")
        found += rows.values_list("pk", flat=True)
    return found


def receivers(school_id: int, student_ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Return these students, and their guardians who have no other child at the school."""
    leaving = set(student_ids)
    ties = Guardianship.objects.of(school_id).filter(ends=None, student__left_on=None)
    mine: set[uuid.UUID] = set()
    others: set[uuid.UUID] = set()
    for student, guardian in ties.values_list("student_id", "guardian_id"):
        (mine if student in leaving else others).add(guardian)
    return leaving | (mine - others)


def open_cases(school_id: int, student_ids: Collection[uuid.UUID]) -> int:
    """Return how many cases of these students are raised or open: they are closed by name, never by themselves."""
    wanted = set(student_ids)
    rows = CareCase.objects.of(school_id).filter(state__in=(CareCase.State.RAISED, CareCase.State.OPEN))
    return sum(pk in wanted for pk in rows.values_list("student_id", flat=True))
