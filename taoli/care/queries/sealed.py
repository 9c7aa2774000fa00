"""The counsellor's sealed notes; opened by holders, or through a broken glass. Each opening is logged first."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet
from django.http import Http404

from taoli.care.models import CounsellorNote, GlassBreak, Holding, NoteVersion
from taoli.care.permissions.sealed import BREAK_GLASS, SEALED_NOTE
from taoli.care.queries.finding import office_of
from taoli.common import clock
from taoli.common.models import ViewLog
from taoli.common.policy import Actor, Role
from taoli.common.views_log import log_view
from taoli.roster.models import Staff, Student
from taoli.roster.queries.sealing import opener

THROUGH = "care:glass_show"


def note_place(note_id: uuid.UUID, number: int) -> str:
    """Return what a version of a note is bound to."""
    return f"care.counsellornote/{note_id}/{number}"


def glass_place(row: GlassBreak) -> str:
    """Return what the reason of a breaking is bound to."""
    return f"care.glassbreak/{row.pk}/reason"


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note, opened."""

    pk: uuid.UUID
    day: dt.date
    by: str
    text: str
    edit: int
    own: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """The sealed notes about a student, opened."""

    student: Student
    rows: list[NoteRow]


def held_student(actor: Actor, pk: uuid.UUID) -> Student:
    """Return a student whom the counsellor holds now; 404 otherwise."""
    rows = SEALED_NOTE.within(Student.objects.filter(pk=pk), actor, "write").select_related("school_class")
    found: Student | None = rows.first()
    if found is None:
        raise Http404
    return found


def notes_of(actor: Actor, student_id: uuid.UUID) -> Notes:
    """Return the notes about a student whom the counsellor holds; logged first, no log no notes."""
    return _opened(actor, held_student(actor, student_id), page="care:note_list")


def note_of(actor: Actor, student_id: uuid.UUID, pk: uuid.UUID) -> NoteRow | None:
    """Return one note of a student whom the counsellor holds, opened and logged; None when there is none."""
    rows = _opened(actor, held_student(actor, student_id), page="care:note_edit", only=pk).rows
    return rows[0] if rows else None


def notes_through_glass(actor: Actor, pk: uuid.UUID) -> tuple[GlassBreak, Notes]:
    """Return the notes through a glass the actor has broken, while it lasts; 404 otherwise. Logged first."""
    rows = BREAK_GLASS.within(GlassBreak.objects.filter(pk=pk), actor, "open")
    live = rows.filter(asked_by_id=actor.person_id, ended_at=None, ends_at__gt=clock.now())
    found: GlassBreak | None = live.select_related("student__school_class", "second").first()
    if found is None:
        raise Http404
    return found, _opened(actor, found.student, page=THROUGH, beside=[found.pk])


def _opened(
    actor: Actor, student: Student, *, page: str, beside: Iterable[uuid.UUID] = (), only: uuid.UUID | None = None
) -> Notes:
    notes = CounsellorNote.objects.of(actor.school_id).filter(student=student).select_related("written_by")
    if only:
        notes = notes.filter(pk=only)
    rows = list(notes.order_by("-held_on", "-made_at", "-id"))
    log_view(actor, "care.sealed_note", [*beside, *([row.pk for row in rows] or [student.pk])], page=page)
    newest = NoteVersion.objects.of(actor.school_id).filter(note__in=[row.pk for row in rows], number=F("note__edit"))
    opened = opener(actor.school_id, [student.pk])
    texts = {one.note_id: opened(student.pk, one.text, note_place(one.note_id, one.number)) for one in newest}
    return Notes(
        student,
        [
            NoteRow(
                row.pk, row.held_on, row.written_by.name, texts[row.pk], row.edit, row.written_by_id == actor.person_id
            )
            for row in rows
        ],
    )


def breakable(actor: Actor, student_id: uuid.UUID) -> Student:
    """Return a student about whose notes the actor may ask to break the glass; 404 otherwise."""
    rows = SEALED_NOTE.within(Student.objects.filter(pk=student_id), actor, "break_open").select_related("school_class")
    found: Student | None = rows.first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class GlassRow:
    """One breaking as asker, second person and, afterwards, counsellor see it."""

    row: GlassBreak
    reason: str
    live: bool
    mine: bool
    may_end: bool
    readings: int


def glass_rows(actor: Actor) -> list[GlassRow]:
    """Return the breakings that concern the actor, the newest first; the reasons are opened, and logged first."""
    rows: QuerySet[GlassBreak] = BREAK_GLASS.within(GlassBreak.objects.all(), actor, "view")
    found = list(
        rows.select_related("student__school_class", "asked_by", "second", "ended_by").order_by("-asked_at", "-id")[:50]
    )
    log_view(actor, "care.break_glass", [row.pk for row in found], page="care:glass_list")
    opened = opener(actor.school_id, [row.student_id for row in found])
    now, me, read = clock.now(), actor.person_id, _readings(actor, found)
    return [
        GlassRow(
            row,
            opened(row.student_id, row.reason, glass_place(row)),
            live=row.ended_at is None and row.ends_at > now,
            mine=row.asked_by_id == me,
            may_end=row.ended_at is None and row.ends_at > now and me in {row.asked_by_id, row.second_id},
            readings=read[row.pk],
        )
        for row in found
    ]


def _readings(actor: Actor, rows: list[GlassBreak]) -> dict[uuid.UUID, int]:
    """Return breaking → how often the notes were opened through it, from the log of readings; one query."""
    askers = {row.asked_by_id for row in rows}
    first = min((row.asked_at for row in rows), default=clock.now())
    logs = ViewLog.objects.of(actor.school_id).filter(page=THROUGH, person_id__in=askers, at__gte=first)
    seen = Counter(one for ids in logs.values_list("ids", flat=True) for one in ids)
    return {row.pk: seen[str(row.pk)] for row in rows}


@dataclass(frozen=True, slots=True)
class HolderLine:
    """A counsellor and how many students are held; no names of students."""

    staff: Staff
    count: int


def holders(school_id: int) -> list[HolderLine]:
    """Return who holds students now, and how many."""
    rows = Holding.objects.of(school_id).filter(ends=None).order_by()
    counted = dict(rows.values_list("counsellor_id").annotate(n=Count("pk")))
    staff = Staff.objects.of(school_id).filter(pk__in=counted).order_by("sort_key", "id")
    return [HolderLine(one, counted[one.pk]) for one in staff]


def counsellors(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of who holds the counsellor's role today."""
    ids = [pk for _role, pk in office_of(school_id, (Role.COUNSELLOR,))]
    rows = Staff.objects.of(school_id).filter(pk__in=ids).order_by("sort_key", "id")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]
