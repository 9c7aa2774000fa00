"""Cells reckoned by the engine for a part of a term: some mentors, or some students of theirs, some kinds and days."""

import datetime as dt
import hashlib
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from taoli.duties.models import NO_PAIRING, DutyCell
from taoli.duties.queries.facts import Ground, acts_where, ground_of
from taoli.duties.queries.settings import Setting
from taoli.engine.compliance import Asked, cells_of, narrowed
from taoli.engine.facts import Cell, Pairing
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.vocabulary import Actor, Subject

NOBODY = uuid.UUID(int=0)  # the subject of what is owed to the whole school


@dataclass(frozen=True)
class Touched:
    """What a record can have changed: cells of these students (and of whole groups), asked for by these kinds, in
    periods in which these days count.
    """

    students: frozenset[uuid.UUID]
    kinds: frozenset[str]
    days: frozenset[dt.date]


@dataclass(frozen=True)
class Part:
    """Which cells to make: all of the mentors', or only those touched."""

    mentors: frozenset[uuid.UUID]
    touched: Touched | None = None


@dataclass(frozen=True)
class Reckoned:
    """The cells of a part, the condition that finds their stored rows, and each mentor's fingerprint."""

    cells: list[DutyCell]
    stored: Q
    fingerprints: dict[uuid.UUID, str]


def reckon(setting: Setting, part: Part, ground: Ground | None = None) -> Reckoned:
    """Reckon the cells of a part from scratch; nothing is written.

    What is owed within a pairing needs the pairings of the student, what is owed to a group, class or oneself all
    pairings of the mentor (engine.compliance.cells: decomposable), so a part gives exactly its share of the whole.
    """
    ground = ground_of(setting, part.mentors) if ground is None else ground
    asked = setting.asked
    if part.touched is not None:
        asked = narrowed(asked, part.touched.kinds, part.touched.days)
    single = [one for one in asked if within_pairing(one.rule)]
    shared = [one for one in asked if not within_pairing(one.rule)]
    wanted = None if part.touched is None else {str(student) for student in part.touched.students}
    mine = tuple(one for one in ground.pairings if wanted is None or one.student_id in wanted)
    acts = acts_where(setting, _near(setting, part, single, shared, ground)) if asked else ()
    found: list[Cell] = []
    for some, whose in ((single, mine), (shared, ground.pairings)):
        if some and whose:
            found += cells_of(some, whose, acts, dt.date.max, ground.marks, ground.leaves, ground.earlier)
    return Reckoned(
        cells=_rows(setting, found, ground.pairings),
        stored=_stored(part, single, shared),
        fingerprints=fingerprints(setting, part.mentors, ground),
    )


def within_pairing(duty: Duty) -> bool:
    """Say whether a duty is owed within each pairing, not once per group, class or mentor."""
    return duty.subject in {Subject.MENTEE, Subject.FAMILY} or duty.who == Actor.STUDENT


def fingerprints(setting: Setting, mentors: Collection[uuid.UUID], ground: Ground) -> dict[uuid.UUID, str]:
    """Return mentor → fingerprint of what the mentor's cells are made from, acts apart."""
    of_mentor: dict[str, list[str]] = defaultdict(list)
    of_student: dict[str, list[str]] = defaultdict(list)
    for mark in ground.marks:
        of_student[mark.student_id].append(f"{mark.student_id} {mark.code} {mark.starts} {mark.ends}")
    if setting.successors:
        for one in {one.id: one for one in (*ground.pairings, *ground.earlier) if one.ends}.values():
            of_student[one.student_id].append(f"{one.id} {one.mentor_id} {one.starts} {one.ends}")
    for leave in ground.leaves:
        of_mentor[leave.person_id].append(f"{leave.starts} {leave.ends} {leave.substitute_id}")
    for one in ground.pairings:
        of_mentor[one.mentor_id].append(f"{one.id} {one.unit_id} {one.class_id} {one.starts} {one.ends}")
        of_mentor[one.mentor_id] += of_student[one.student_id]
    return {
        mentor: hashlib.sha256("\n".join([setting.stamp, *sorted(of_mentor[str(mentor)])]).encode()).hexdigest()
        for mentor in mentors
    }


def _near(
    setting: Setting, part: Part, single: list[Asked[Duty]], shared: list[Asked[Duty]], ground: Ground
) -> Q:
    members = {uuid.UUID(one.student_id) for one in ground.pairings}
    near = Q(student_id__in=members if part.touched is None else part.touched.students)
    windows = [window for one in (*single, *shared) for window in one.windows]
    first = max(setting.since, min(window.opens for window in windows))
    last = min(setting.until, max(window.closes for window in windows))
    when = Q(held_on__range=(first, last))
    if not shared:
        return when & near & Q(kind__in=_kinds(single))
    units = {one.unit_id or one.mentor_id for one in ground.pairings} | {one.class_id for one in ground.pairings}
    units |= {one.grade_id for one in ground.pairings}
    doers = {*part.mentors, *(uuid.UUID(one.substitute_id) for one in ground.leaves if one.substitute_id)}
    together = Q(student_id__in=members) | Q(mentor_id__in=doers) | Q(group_id__in=units)
    return when & ((near & Q(kind__in=_kinds(single))) | (together & Q(kind__in=_kinds(shared))))


def _kinds(asked: list[Asked[Duty]]) -> list[str]:
    return sorted({kind.value for one in asked for kind in one.rule.kinds})


def _stored(part: Part, single: list[Asked[Duty]], shared: list[Asked[Duty]]) -> Q:
    mine = Q(mentor_id__in=part.mentors)
    if part.touched is None:
        return mine
    alone, together = Q(pk=None), Q(pk=None)
    if single:
        alone = _of(single) & Q(subject_id__in=part.touched.students)
    if shared:
        together = _of(shared)
    return mine & (alone | together)


def _of(asked: list[Asked[Duty]]) -> Q:
    """Return the condition of the periods of duties, each duty with its own: a cycle may be called like a month."""
    found = Q(pk=None)
    for one in asked:
        found |= Q(duty=one.rule.key, period__in=[window.period.key for window in one.windows])
    return found


def _rows(setting: Setting, found: list[Cell], pairings: tuple[Pairing, ...]) -> list[DutyCell]:
    places = _places(pairings)
    return [_row(setting, cell, places) for cell in found]


Places = dict[tuple[str, str], tuple[str, str]]


def _places(pairings: tuple[Pairing, ...]) -> Places:
    """Return (mentor, subject) → class and grade; of several pairings the latest says."""
    found: Places = {}
    for one in sorted(pairings, key=lambda pairing: (pairing.starts, pairing.id)):
        for subject in (one.student_id, one.unit_id or one.mentor_id, one.class_id, one.grade_id):
            found[one.mentor_id, subject] = (one.class_id, one.grade_id)
    return found


def _row(setting: Setting, cell: Cell, places: Places) -> DutyCell:
    place = places.get((cell.mentor_id, cell.subject_id))
    owed_alone = cell.subject_kind in {"self", "school"}
    room, grade = place if place and not owed_alone else (None, None)
    return DutyCell(
        school_id=setting.school_id,
        term_id=setting.term.pk,
        scheme_id=setting.versions[cell.law].pk,
        duty=cell.duty_key,
        subject_kind=cell.subject_kind,
        subject_id=NOBODY if cell.subject_kind == "school" else uuid.UUID(cell.subject_id),
        mentor_id=uuid.UUID(cell.mentor_id),
        pairing_id=uuid.UUID(cell.pairing_id) if cell.pairing_id else NO_PAIRING,
        school_class_id=uuid.UUID(room) if room and cell.subject_kind != "grade" else None,
        grade_id=uuid.UUID(grade) if grade else None,
        period=cell.period_key,
        starts=cell.starts,
        due=cell.due,
        needed=cell.needed,
        done=cell.done,
        exempt=cell.reason,
        acts=list(cell.act_ids),
    )
