"""Workbooks become the roster: read and compared first, written only when somebody confirms."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import RosterImport
from taoli.roster.queries.calendar import current_term
from taoli.roster.queries.imports import keeps_identity_numbers
from taoli.roster.queries.snapshot import snapshot
from taoli.roster.readers.book import Upload
from taoli.roster.readers.bundles import is_bundle, read_bundle
from taoli.roster.readers.guess import Corrections, Guess
from taoli.roster.readers.marking import marked_copy
from taoli.roster.readers.roster import read_roster
from taoli.roster.services.batch import Batch, write
from taoli.roster.services.headings import heading_memory, remember
from taoli.roster.services.planning import Plan, counts, is_empty, make_plan, without_missing
from taoli.roster.services.preparing import is_first, opening_day, prepare
from taoli.roster.services.undoing import purge_imports, values_before
from taoli.roster.services.uploads import MOST_NAME, forget, forget_old, held, hold

State = RosterImport.State
ANSWERABLE = (State.ASKING, State.REFUSED, State.READY)


@dataclass(frozen=True, slots=True)
class Preview:
    """What workbooks would do, and what is to be confirmed first; nothing of it is stored."""

    problems: list[dict[str, Any]]
    plan: Plan
    notes: dict[str, Any]
    base_hash: str
    guesses: tuple[Guess, ...] = ()
    open_questions: int = 0

    @property
    def empty(self) -> bool:
        """True when the roster already says all of it."""
        return not self.problems and not self.open_questions and is_empty(self.plan)


def preview(
    *,
    school_id: int,
    uploads: Sequence[Upload] = (),
    data: bytes = b"",
    corrections: Corrections | None = None,
    today: dt.date | None = None,
) -> Preview:
    """Read files (or the `data` of one) and compare them with the roster; writes nothing."""
    on = today or clock.today()
    now = snapshot(school_id, on)
    keep = keeps_identity_numbers(school_id)
    files = list(uploads) or [Upload("", data)]
    if len(files) == 1 and is_bundle(files[0].data):
        reading = read_bundle(files[0].data, now, school_id=school_id, today=on)
    else:
        memory = heading_memory(school_id)
        reading = read_roster(files, now, today=on, keep_identity=keep, corrections=corrections, memory=memory)
    problems = [problem.as_json() for problem in reading.problems]
    plan = {} if problems or reading.open_questions else make_plan(reading.staged, now)
    notes = {"problems": len(problems), **reading.notes, "rows": reading.rows, "identity_kept": keep}
    return Preview(problems, plan, notes, now.hash(), tuple(reading.guesses), reading.open_questions)


def read(
    *,
    by: Actor,
    uploads: Sequence[Upload] = (),
    file_name: str = "",
    data: bytes = b"",
    corrections: Corrections | None = None,
) -> RosterImport:
    """Read and compare files; returns the import unsaved: ASKING with guesses, REFUSED with problems, or READY."""
    files = uploads or [Upload(file_name, data)]
    row = RosterImport(
        school_id=by.school_id,
        file_name=files_name(files)[-MOST_NAME:],
        file_hash=files_hash(files),
        created_at=clock.now(),
    )
    _fill(row, preview(school_id=by.school_id, uploads=files, corrections=corrections), corrections or {})
    return row


def _fill(row: RosterImport, seen: Preview, corrections: Corrections) -> None:
    asking = seen.open_questions > 0
    row.state = State.ASKING if asking else State.REFUSED if seen.problems else State.READY
    # Values of cells are shown only while something is asked.
    guesses = [guess.as_json(samples=asking) for guess in seen.guesses]
    row.staged = {**seen.notes, "guesses": guesses, "questions": seen.open_questions, "corrections": dict(corrections)}
    row.problems, row.plan, row.base_hash = seen.problems, seen.plan, seen.base_hash


def needs_confirming(row: RosterImport) -> bool:
    """Say whether there is something to answer, or the files are sound and would change or propose something."""
    if row.state == State.READY:
        return not is_empty(row.plan) or bool(row.staged.get("proposals"))
    return row.state == State.ASKING


def keep(*, by: Actor, row: RosterImport, uploads: Sequence[Upload] = ()) -> RosterImport:
    """Store an import that was read, so that somebody may answer or confirm it; its files for a day."""
    forget_old(school_id=by.school_id)
    with change(by=by, action="roster.import_stage", object_id=row.pk, file=row.file_hash):
        row.save(force_insert=True)
        hold(school_id=by.school_id, batch=row.pk, uploads=uploads)
    return row


def stage(
    *,
    by: Actor,
    uploads: Sequence[Upload] = (),
    file_name: str = "",
    data: bytes = b"",
    corrections: Corrections | None = None,
) -> RosterImport:
    """Read files (or one, by name and data), and store the import when there is something to answer or confirm.

    Returned unsaved (`row.is_stored` False) when it has problems or changes nothing: nothing at all is written then.
    """
    files = uploads or [Upload(file_name, data)]
    row = read(by=by, uploads=files, corrections=corrections)
    return keep(by=by, row=row, uploads=files) if needs_confirming(row) else row


@dataclass(frozen=True, slots=True)
class Answer:
    """What the office says of an import, and what its files say then; nothing of it is stored yet."""

    pk: uuid.UUID
    told: dict[str, Any]
    seen: Preview


def weigh(*, by: Actor, pk: uuid.UUID, corrections: Corrections) -> Answer:
    """Read a stored import again with what the office says of its tables and columns; writes nothing.

    TaoliError when its files have been forgotten, or it has been applied or dropped.
    """
    row = _waiting(by, pk, states=ANSWERABLE)
    told = {**row.staged.get("corrections", {}), **corrections}
    return Answer(pk, told, preview(school_id=by.school_id, uploads=_held(by, pk), corrections=told))


def settle(*, by: Actor, answer: Answer) -> RosterImport:
    """Store what was weighed, and remember what the headings mean."""
    with change(by=by, action="roster.import_answer", object_id=answer.pk) as note:
        row = _waiting(by, answer.pk, states=ANSWERABLE, lock=True)
        note.data["file"] = row.file_hash
        _fill(row, answer.seen, answer.told)
        row.save(update_fields=["state", "staged", "problems", "plan", "base_hash"])
        remember(school_id=by.school_id, guesses=answer.seen.guesses)
    return row


def answer(*, by: Actor, pk: uuid.UUID, corrections: Corrections) -> RosterImport:
    """Weigh and settle."""
    return settle(by=by, answer=weigh(by=by, pk=pk, corrections=corrections))


def marked(*, by: Actor, pk: uuid.UUID) -> bytes:
    """Return a copy of an import's files with every fault marked in place; TaoliError when they are forgotten."""
    uploads = _held(by, pk)
    row = RosterImport.objects.of(by.school_id).filter(pk=pk).first()
    told = row.staged.get("corrections", {}) if row else {}
    seen = preview(school_id=by.school_id, uploads=uploads, corrections=told)
    return marked_copy(uploads, seen.problems)


def _held(by: Actor, pk: uuid.UUID) -> list[Upload]:
    uploads = held(school_id=by.school_id, batch=pk)
    if not uploads:
        raise TaoliError(_("The files were kept for a day and have been forgotten. Please upload them again."))
    return uploads


def files_name(uploads: Sequence[Upload]) -> str:
    """Return the name of the only file, or of the first and how many there are."""
    if len(uploads) == 1:
        return uploads[0].name
    return _("%(name)s and %(n)s more files") % {"name": uploads[0].name, "n": len(uploads) - 1}


def files_hash(uploads: Sequence[Upload]) -> str:
    """Return SHA-256 of all the files."""
    total = hashlib.sha256()
    for one in uploads:
        total.update(one.data)
    return total.hexdigest()


def apply(*, by: Actor, pk: uuid.UUID, close_missing: bool = True) -> dict[str, dict[str, int]]:
    """Write a waiting import at once and return its counts; ConflictError when the roster has changed since.

    Students who are merely missing from the file stay as they are unless `close_missing`.
    """
    row = _waiting(by, pk)
    today = clock.today()
    plan = row.plan if close_missing else without_missing(row.plan)
    done = counts(plan)
    batch = _batch(row, plan, today)
    before = values_before(batch)
    with change(by=by, action="roster.import_apply", object_id=pk, file=row.file_hash, counts=done):
        row = _waiting(by, pk, lock=True)
        if snapshot(by.school_id, today).hash() != row.base_hash:
            raise ConflictError(_("Somebody changed the roster meanwhile. Please upload the file again."))
        write(batch)
        row.state, row.applied_at = State.APPLIED, clock.now()
        # What people are is now in the roster; the import keeps how many, and for a day what it would take to undo it.
        row.staged, row.plan, row.before = {**row.staged, "counts": done}, {}, before
        row.save(update_fields=["state", "applied_at", "staged", "plan", "before"])
        forget(school_id=by.school_id, batch=pk)
        purge_imports(school_id=by.school_id)
    return done


def drop(*, by: Actor, pk: uuid.UUID) -> None:
    """Drop a waiting import and forget what it held."""
    with change(by=by, action="roster.import_drop", object_id=pk):
        row = _waiting(by, pk, lock=True, states=ANSWERABLE)
        row.state, row.plan, row.staged = State.DROPPED, {}, {}
        row.save(update_fields=["state", "plan", "staged"])
        forget(school_id=by.school_id, batch=pk)


def _batch(row: RosterImport, plan: Plan, today: dt.date) -> Batch:
    term = current_term(row.school_id, today)
    since = opening_day(term.starts if term else None, today, first=is_first(row.school_id))
    return prepare(row.school_id, plan, today=today, since=since)


def _waiting(by: Actor, pk: uuid.UUID, *, lock: bool = False, states: Sequence[str] = (State.READY,)) -> RosterImport:
    rows = RosterImport.objects.of(by.school_id).filter(pk=pk, state__in=states)
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise TaoliError(_("This import has been applied or dropped already."))
    return row
