"""Entries of the archive: added, corrected as a new version, withdrawn."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.archive.models import ENTRY_MOVES, EntryFile, GrowthEntry
from taoli.archive.permissions import STORY
from taoli.archive.queries.entries import MOST_FILES, written
from taoli.archive.queries.settings import settings_of
from taoli.archive.services.acts import count_entry
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.ids import new_id
from taoli.common.pictures import Cleaned
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.duties.services import replace_acts
from taoli.roster.models import Student

MOST_TEXT = 1000
OLDEST = dt.timedelta(days=25 * 366)
By, SeenBy, State = GrowthEntry.By, GrowthEntry.SeenBy, GrowthEntry.State


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFacts:
    """An entry as its writer says it; `seen_by` of a family's is always the family's."""

    section: str
    text: str
    happened_on: dt.date
    seen_by: str = SeenBy.CLASS


def add_entry(*, by: Actor, student_id: uuid.UUID, facts: EntryFacts, files: Sequence[Cleaned] = ()) -> GrowthEntry:
    """Keep something of a student's growth, with up to six pictures.

    TaoliError: a student beyond reach or gone, no text or too much, a future or impossible day, a section the school
    does not keep, a family where the school does not let families write.
    """
    with change(by=by, action="entry.add") as note:
        student = _student(by, student_id)
        row = _new(by, student, facts)
        row.save(force_insert=True)
        _keep_files(row, files)
        count_entry(by, row)
        note.object_id = row.pk
        note.data |= {"section": row.section, "files": len(files)}
    return row


def correct_entry(
    *, by: Actor, pk: uuid.UUID, facts: EntryFacts, reason: str, files: Sequence[Cleaned] = ()
) -> GrowthEntry:
    """Put a new version in the place of one's own entry; the old one is kept, with the reason.

    ConflictError: corrected or withdrawn on another page meanwhile; TaoliError: as for a new one, or no reason.
    """
    with change(by=by, action="entry.correct", object_id=pk) as note:
        old = _own(by, pk)
        if not reason.strip():
            raise TaoliError(_("Please say in a few words why it is corrected."))
        student = _student(by, old.student_id)
        new = _new(by, student, facts)
        new.occasion, new.version, new.replaces = old.occasion, old.version + 1, old
        new.reason = reason.strip()[:100]
        _move(old, State.REPLACED)
        new.save(force_insert=True)
        _keep_files(new, files)
        replace_acts(by=by, occasion=old.occasion)
        count_entry(by, new)
        note.data |= {"new": new.pk}
    return new


def withdraw_entry(*, by: Actor, pk: uuid.UUID) -> GrowthEntry:
    """Take one's own entry back; its pictures are deleted, its words are read by nobody any more."""
    with change(by=by, action="entry.withdraw", object_id=pk):
        row = _own(by, pk)
        _move(row, State.WITHDRAWN)
        EntryFile.objects.of(by.school_id).filter(occasion=row.occasion).delete()
        replace_acts(by=by, occasion=row.occasion)
    return row


def _student(by: Actor, student_id: uuid.UUID) -> Student:
    rows = STORY.within(Student.objects.filter(pk=student_id, left_on=None), by, "add")
    found: Student | None = rows.first()
    if found is None:
        raise TaoliError(_("This student is not yours to write for, or has left the school."))
    return found


def _new(by: Actor, student: Student, facts: EntryFacts) -> GrowthEntry:
    kept = settings_of(by.school_id)
    if by.person_kind == By.GUARDIAN and not kept.family_writes:
        raise TaoliError(_("This school does not take entries from families. Please tell the mentor instead."))
    if facts.section not in kept.keys:
        raise TaoliError(_("The school does not keep this section. Please choose another one."))
    return GrowthEntry(
        school_id=by.school_id,
        occasion=new_id(),
        student=student,
        section=facts.section,
        text=_said(facts.text),
        happened_on=_day(facts.happened_on),
        entered_at=clock.now(),
        entered_by=by.account_id,
        by_kind=By(by.person_kind),
        staff_id=by.person_id if by.person_kind == By.STAFF else None,
        guardian_id=by.person_id if by.person_kind == By.GUARDIAN else None,
        seen_by=_level(by, facts.seen_by),
    )


def _level(by: Actor, wanted: str) -> GrowthEntry.SeenBy:
    """An adult's words are never hidden from the child and the mentor; a family's are seen by the family."""
    if by.person_kind == By.GUARDIAN:
        return SeenBy.FAMILY
    if wanted not in SeenBy.values or (by.person_kind == By.STAFF and wanted == SeenBy.OWN):
        raise TaoliError(_("Please choose who may read it."))
    return SeenBy(wanted)


def _said(text: str) -> str:
    said = text.strip()
    if not said:
        raise TaoliError(_("Please write down what is to be kept."))
    if len(said) > MOST_TEXT:
        raise TaoliError(_("An entry has at most 1,000 characters. Please shorten it, or make two of it."))
    return said


def _day(day: dt.date) -> dt.date:
    today = clock.today()
    if day > today:
        raise TaoliError(_("The date lies in the future. Please write it down after it has taken place."))
    if day < today - OLDEST:
        raise TaoliError(_("The date lies very far back. Please check the year."))
    return day


def _keep_files(row: GrowthEntry, files: Sequence[Cleaned]) -> None:
    there = EntryFile.objects.of(row.school_id).filter(occasion=row.occasion).count()
    if there + len(files) > MOST_FILES:
        raise TaoliError(
            _("An entry has at most %(most)s files. Please choose the ones that tell most.") % {"most": MOST_FILES}
        )
    EntryFile.objects.bulk_create(
        EntryFile(
            school_id=row.school_id,
            occasion=row.occasion,
            by_kind=row.by_kind,
            name=file.name,
            media_type=file.media_type,
            size=len(file.data),
            data=file.data,
            added_at=row.entered_at,
        )
        for file in files
    )


def _own(by: Actor, pk: uuid.UUID) -> GrowthEntry:
    rows = GrowthEntry.objects.filter(written(by), pk=pk, school_id=by.school_id)
    found = rows.select_for_update(of=("self",)).first()
    if found is None:
        raise TaoliError(_("Only who wrote an entry can change it."))
    return found


def _move(row: GrowthEntry, state: GrowthEntry.State) -> None:
    if state not in ENTRY_MOVES[State(row.state)]:
        raise ConflictError(_("This entry was corrected or withdrawn meanwhile. Please open it again."))
    row.state = state
    row.save(update_fields=["state"])
