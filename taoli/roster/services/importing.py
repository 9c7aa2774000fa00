"""A workbook becomes the roster: read and compared first, written only when somebody confirms."""

import datetime as dt
import hashlib
import uuid
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
from taoli.roster.readers.bundles import is_bundle, read_bundle
from taoli.roster.readers.roster import read_roster
from taoli.roster.services.batch import Batch, write
from taoli.roster.services.planning import Plan, counts, is_empty, make_plan, without_missing
from taoli.roster.services.preparing import is_first, opening_day, prepare
from taoli.roster.services.undoing import purge_imports, remember

State = RosterImport.State


@dataclass(frozen=True, slots=True)
class Preview:
    """What a workbook would do; nothing of it is stored."""

    problems: list[dict[str, Any]]
    plan: Plan
    notes: dict[str, Any]
    base_hash: str

    @property
    def empty(self) -> bool:
        """True when the roster already says all of it."""
        return not self.problems and is_empty(self.plan)


def preview(*, school_id: int, data: bytes, today: dt.date | None = None) -> Preview:
    """Read a workbook and compare it with the roster; writes nothing."""
    on = today or clock.today()
    now = snapshot(school_id, on)
    keep = keeps_identity_numbers(school_id)
    if is_bundle(data):
        reading = read_bundle(data, now, school_id=school_id, today=on)
    else:
        reading = read_roster(data, now, today=on, keep_identity=keep)
    problems = [problem.as_json() for problem in reading.problems]
    plan = {} if problems else make_plan(reading.staged, now)
    notes = {"problems": len(problems), **reading.notes, "rows": reading.rows, "identity_kept": keep}
    return Preview(problems, plan, notes, now.hash())


def read(*, by: Actor, file_name: str, data: bytes) -> RosterImport:
    """Read and compare a workbook; returns it unsaved: REFUSED with problems, or READY with its plan."""
    seen = preview(school_id=by.school_id, data=data)
    return RosterImport(
        school_id=by.school_id,
        file_name=file_name[-120:],
        file_hash=hashlib.sha256(data).hexdigest(),
        state=State.REFUSED if seen.problems else State.READY,
        staged=seen.notes,
        problems=seen.problems,
        plan=seen.plan,
        base_hash=seen.base_hash,
        created_at=clock.now(),
    )


def needs_confirming(row: RosterImport) -> bool:
    """Say whether the workbook is sound and would change something."""
    return row.state == State.READY and not is_empty(row.plan)


def keep(*, by: Actor, row: RosterImport) -> RosterImport:
    """Store a workbook that was read, so that somebody may confirm it."""
    with change(by=by, action="roster.import_stage", object_id=row.pk, file=row.file_hash):
        row.save(force_insert=True)
    return row


def stage(*, by: Actor, file_name: str, data: bytes) -> RosterImport:
    """Read a workbook, and store its plan when there is something to confirm.

    Returned unsaved (`row.is_stored` False) when it has problems or changes nothing: nothing at all is written then.
    """
    row = read(by=by, file_name=file_name, data=data)
    return keep(by=by, row=row) if needs_confirming(row) else row


def apply(*, by: Actor, pk: uuid.UUID, close_missing: bool = True) -> dict[str, dict[str, int]]:
    """Write a waiting import at once and return its counts; ConflictError when the roster has changed since.

    Students who are merely missing from the file stay as they are unless `close_missing`.
    """
    row = _waiting(by, pk)
    today = clock.today()
    plan = row.plan if close_missing else without_missing(row.plan)
    done = counts(plan)
    batch = _batch(row, plan, today)
    before = remember(batch)
    with change(by=by, action="roster.import_apply", object_id=pk, file=row.file_hash, counts=done):
        row = _waiting(by, pk, lock=True)
        if snapshot(by.school_id, today).hash() != row.base_hash:
            raise ConflictError(_("Somebody changed the roster meanwhile. Please upload the file again."))
        write(batch)
        row.state, row.applied_at = State.APPLIED, clock.now()
        # What people are is now in the roster; the import keeps how many, and for a day what it would take to undo it.
        row.staged, row.plan, row.before = {**row.staged, "counts": done}, {}, before
        row.save(update_fields=["state", "applied_at", "staged", "plan", "before"])
        purge_imports(school_id=by.school_id)
    return done


def drop(*, by: Actor, pk: uuid.UUID) -> None:
    """Drop a waiting import and forget what it held."""
    with change(by=by, action="roster.import_drop", object_id=pk):
        row = _waiting(by, pk, lock=True)
        row.state, row.plan = State.DROPPED, {}
        row.save(update_fields=["state", "plan"])


def _batch(row: RosterImport, plan: Plan, today: dt.date) -> Batch:
    term = current_term(row.school_id, today)
    since = opening_day(term.starts if term else None, today, first=is_first(row.school_id))
    return prepare(row.school_id, plan, today=today, since=since)


def _waiting(by: Actor, pk: uuid.UUID, *, lock: bool = False) -> RosterImport:
    rows = RosterImport.objects.of(by.school_id).filter(pk=pk, state=State.READY)
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise TaoliError(_("This import has been applied or dropped already."))
    return row
