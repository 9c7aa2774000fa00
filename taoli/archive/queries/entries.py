"""Entries of a student's archive, as far as one may read them."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.timezone import localtime

from taoli.archive.models import EntryFile, GrowthEntry
from taoli.archive.permissions import ENTRY, OWN_ENTRY, STORY
from taoli.archive.phrases import entry_days
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.phrases import ago, full_date
from taoli.guidance.queries.records import FORMER_DAYS
from taoli.roster.models import Student

SUBMITTED = GrowthEntry.State.SUBMITTED
MOST_FILES = 6
ICONS = {
    "family": "home",
    "character": "leaf",
    "habits": "calendar",
    "interests": "star",
    "health": "heart-handshake",
    "activities": "users",
    "works": "edit",
    "honours": "star",
    "performance": "notebook",
    "other": "notebook",
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as it stands beside an entry."""

    pk: uuid.UUID
    name: str
    is_picture: bool
    kilobytes: int


@dataclass(slots=True)
class EntryRow:
    """An entry as its reader sees it."""

    pk: uuid.UUID
    occasion: uuid.UUID
    student_id: uuid.UUID
    section: str
    label: str
    icon: str
    text: str
    happened_on: dt.date
    day: str
    when: str
    dates: str
    by: str
    seen_by: str
    state: str
    version: int
    reason: str
    mine: bool
    files: list[FileRow] = field(default_factory=list)


def get_story_student(actor: Actor, student_id: uuid.UUID, action: str = "view") -> Student:
    """Return a student whose archive the actor reaches with the action; 404 otherwise."""
    rows = STORY.within(Student.objects.filter(pk=student_id), actor, action)
    found: Student | None = rows.select_related("school_class__homeroom_teacher", "mentor").first()
    if found is None:
        raise Http404
    return found


def readable(actor: Actor) -> Q:
    """Return the condition of the entries that the actor may read, whatever their state.

    By the level its writer chose and the section; the writer always, of staff while the student is mentored by the
    writer and 30 days longer.
    """
    health = Q(section=GrowthEntry.Section.HEALTH)
    seen = GrowthEntry.SeenBy
    by_level = (
        Q(seen_by=seen.MENTOR) & ENTRY.scope(actor, "view_mentor")
        | Q(seen_by=seen.CLASS) & ENTRY.scope(actor, "view_class")
        | Q(seen_by=seen.FAMILY) & ENTRY.scope(actor, "view_family")
    )
    return by_level & (~health | ENTRY.scope(actor, "view_health")) | written(actor)


def written(actor: Actor) -> Q:
    """Return the condition of the entries that the actor wrote and may still read and change."""
    own = OWN_ENTRY.scope(actor, "change")
    if actor.person_kind != "staff":
        return own
    return own & (ENTRY.scope(actor, "view_class") | Q(entered_at__gte=clock.now() - FORMER_DAYS))


def reachable(actor: Actor) -> "QuerySet[GrowthEntry]":
    """Return the entries that the actor may read, with who wrote them."""
    rows = GrowthEntry.objects.of(actor.school_id).filter(readable(actor))
    return rows.select_related("student", "staff", "guardian")


def entries_of(actor: Actor, student_id: uuid.UUID) -> "QuerySet[GrowthEntry]":
    """Return a student's entries in force that the actor may read, the newest first."""
    rows = reachable(actor).filter(student_id=student_id, state=SUBMITTED)
    return rows.order_by("-happened_on", "-entered_at", "-id")


def as_seen(actor: Actor, rows: Iterable[GrowthEntry]) -> list[EntryRow]:
    """Return entries (of `reachable`) for a page, with their files; one query."""
    rows = list(rows)
    files = files_of(actor.school_id, [row.occasion for row in rows])
    return [_seen(actor, row, files.get(row.occasion, [])) for row in rows]


def _seen(actor: Actor, row: GrowthEntry, files: list[FileRow]) -> EntryRow:
    entered = localtime(row.entered_at).date()
    return EntryRow(
        pk=row.pk,
        occasion=row.occasion,
        student_id=row.student_id,
        section=row.section,
        label=row.get_section_display(),
        icon=ICONS[row.section],
        text=row.text,
        happened_on=row.happened_on,
        day=full_date(row.happened_on),
        when=ago(row.happened_on, clock.today()),
        dates=entry_days(row.happened_on, entered),
        by=writer_of(row),
        seen_by=row.get_seen_by_display(),
        state=row.state,
        version=row.version,
        reason=row.reason,
        mine=is_mine(actor, row),
        files=files,
    )


def writer_of(row: GrowthEntry) -> str:
    """Return the name of who wrote an entry."""
    person = row.staff or row.guardian or row.student
    return person.name


def is_mine(actor: Actor, row: GrowthEntry) -> bool:
    """Say whether the actor wrote an entry."""
    author = {"staff": row.staff_id, "guardian": row.guardian_id, "student": row.student_id}[row.by_kind]
    return (row.by_kind, author) == (actor.person_kind, actor.person_id)


def files_of(school_id: int, occasions: Collection[uuid.UUID]) -> dict[uuid.UUID, list[FileRow]]:
    """Return occasion → its files, without their bytes; one query."""
    found: dict[uuid.UUID, list[FileRow]] = {}
    for row in EntryFile.objects.of(school_id).filter(occasion__in=occasions).defer("data").order_by("id"):
        picture = row.media_type.startswith("image/")
        found.setdefault(row.occasion, []).append(FileRow(row.pk, row.name, picture, -(-row.size // 1024)))
    return found


def log_entries(actor: Actor, rows: Iterable[GrowthEntry], page: str) -> None:
    """Log that somebody other than the writer, the student and the mentor of today is about to read."""
    seen = [
        row.pk
        for row in rows
        if not is_mine(actor, row) and actor.person_id not in {row.student_id, row.student.mentor_id}
    ]
    log_view(actor, "archive.entry", seen, page=page)


def get_entry(actor: Actor, pk: uuid.UUID) -> GrowthEntry:
    """Return an entry in force that the actor may read, the reading logged; 404 otherwise."""
    found = reachable(actor).filter(pk=pk, state=SUBMITTED).first()
    if found is None:
        raise Http404
    log_entries(actor, [found], page="archive:entry_show")
    return found


def get_own_entry(actor: Actor, pk: uuid.UUID) -> GrowthEntry:
    """Return an entry in force that the actor wrote and may change; 404 otherwise."""
    rows = GrowthEntry.objects.filter(written(actor), pk=pk, school_id=actor.school_id, state=SUBMITTED)
    found = rows.select_related("student", "staff", "guardian").first()
    if found is None:
        raise Http404
    return found


def versions(actor: Actor, entry: GrowthEntry) -> list[EntryRow]:
    """Return the older versions of an entry, the latest first; for its writer only."""
    if not is_mine(actor, entry):
        return []
    rows = GrowthEntry.objects.of(actor.school_id).filter(occasion=entry.occasion, version__lt=entry.version)
    older = rows.select_related("student", "staff", "guardian").order_by("-version")
    return [_seen(actor, row, []) for row in older]


def open_file(actor: Actor, pk: uuid.UUID) -> EntryFile:
    """Return a file with its bytes, its opening logged first; 404 for whoever may not read the entry beside it."""
    found = EntryFile.objects.of(actor.school_id).filter(pk=pk).first()
    if found is None:
        raise Http404
    entry = reachable(actor).filter(occasion=found.occasion, state=SUBMITTED).first()
    if entry is None:
        raise Http404
    log_entries(actor, [entry], page="archive:entry_file")
    return found
