"""Cells are kept from what pairings, scheme and acts say; whoever reads them finds them made."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from taoli.duties.models import Act, CellState, DutyCell, WeekRollup
from taoli.duties.queries.amending import amend
from taoli.duties.queries.facts import Ground, ground_of
from taoli.duties.queries.prepared import identity
from taoli.duties.queries.reckoning import Touched, fingerprints, reckon
from taoli.duties.queries.rollups import bring_mentor_sums, bring_weeks
from taoli.duties.queries.settings import Setting, setting_now
from taoli.duties.queries.upserts import bring, upsert
from taoli.engine.calendar import monday
from taoli.engine.facts import Pairing
from taoli.roster.models import Staff

KEY = ("term_id", "duty", "subject_kind", "subject_id", "mentor_id", "pairing_id", "period")
VALUES = ("scheme_id", "school_class_id", "grade_id", "starts", "due", "needed", "done", "exempt", "acts")
CHUNK = 20  # mentors in one transaction: well under two seconds


@dataclass(frozen=True, slots=True)
class Drift:
    """How many stored rows differed from what they should be."""

    cells: int = 0
    sums: int = 0
    weeks: int = 0

    def __add__(self, other: "Drift") -> "Drift":
        """Add up."""
        return Drift(self.cells + other.cells, self.sums + other.sums, self.weeks + other.weeks)

    def __bool__(self) -> bool:
        """Say whether there is any."""
        return any((self.cells, self.sums, self.weeks))


def keep(setting: Setting, mentors: Collection[uuid.UUID]) -> Drift:
    """Bring all cells of mentors and the sums over them to what they are from scratch, in the caller's transaction.

    The mentors are locked first, in one order: two records for one student wait for each other, others do not.
    """
    lock(setting.school_id, mentors)
    reckoned = reckon(setting, mentors)
    stored = DutyCell.objects.of(setting.school_id).filter(term=setting.term, mentor_id__in=mentors)
    changed = bring(stored, reckoned.cells, KEY, VALUES)
    sums = bring_mentor_sums(setting, mentors)
    _remember(setting, mentors, reckoned.fingerprints)
    return Drift(cells=len(changed), sums=sums)


def keep_touched(
    setting: Setting, mentors: Collection[uuid.UUID], pairings: tuple[Pairing, ...], touched: Touched
) -> None:
    """Bring the cells of mentors up to date after a record, in the caller's transaction, who has locked them: of those
    who are stale all, of the others only what the record can have touched.
    """
    ground = ground_of(setting, mentors, pairings)
    old = stale(setting, ground)
    fresh = set(mentors) - old
    if fresh and not amend(setting, fresh, touched, ground):
        old |= fresh
    for some in chunks(old):
        keep(setting, some)


def lock(school_id: int, mentors: Collection[uuid.UUID]) -> None:
    """Lock mentors until the transaction ends (PostgreSQL; SQLite has one writer at a time)."""
    if connection.features.has_select_for_update:
        rows = Staff.objects.of(school_id).filter(pk__in=mentors).order_by("pk")
        list(rows.select_for_update(no_key=True).values_list("pk", flat=True))


def _remember(setting: Setting, mentors: Collection[uuid.UUID], prints: dict[uuid.UUID, str]) -> None:
    """Note what the cells were made from; who has no pairings in the term any more has no note either."""
    rows = [
        CellState(school_id=setting.school_id, term_id=setting.term.pk, mentor_id=mentor, fingerprint=fingerprint)
        for mentor, fingerprint in prints.items()
    ]
    upsert(rows, ("term_id", "mentor_id"), ("fingerprint",))
    if gone := set(mentors) - prints.keys():
        CellState.objects.of(setting.school_id).filter(term=setting.term, mentor_id__in=gone).delete()


def stale(setting: Setting, ground: Ground) -> set[uuid.UUID]:
    """Return those mentors whose cells were made from other pairings, absences, laws or another calendar."""
    paired = {identity(one.mentor_id) for one in ground.pairings}
    should = fingerprints(setting, paired | ground.states.keys(), ground)
    return {mentor for mentor, fingerprint in should.items() if ground.states.get(mentor) != fingerprint}


def ensure(setting: Setting, mentors: Collection[uuid.UUID] | None = None) -> int:
    """Make anew the cells of mentors (of all) that are stale; return how many mentors that were."""
    waiting = stale(setting, ground_of(setting, mentors))
    for some in chunks(waiting):
        with transaction.atomic():
            keep(setting, some)
    return len(waiting)


def ensure_cells(school_id: int, on: dt.date | None = None, mentor_id: uuid.UUID | None = None) -> Setting | None:
    """Make sure that the cells of the term of a day (today) are there, for one mentor or all; return its setting."""
    setting = setting_now(school_id, on)
    if setting is not None:
        ensure(setting, None if mentor_id is None else {mentor_id})
    return setting


def chunks(mentors: Collection[uuid.UUID], size: int = CHUNK) -> Iterator[list[uuid.UUID]]:
    """Yield mentors in one order, some at a time."""
    ordered = sorted(mentors)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def keep_weeks(setting: Setting, mentors: Collection[uuid.UUID]) -> Drift:
    """Count the weeks of mentors anew over the whole term."""
    span = (setting.term.starts, setting.term.ends)
    rows = Act.objects.of(setting.school_id).filter(mentor_id__in=mentors, held_on__range=span)
    days = set(rows.values_list("mentor_id", "held_on"))
    kept = WeekRollup.objects.of(setting.school_id).filter(
        mentor_id__in=mentors, week__range=(monday(span[0]), span[1])
    )
    days |= set(kept.values_list("mentor_id", "week"))
    return Drift(weeks=bring_weeks(setting.school_id, days))
