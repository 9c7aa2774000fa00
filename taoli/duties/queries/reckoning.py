"""Cells reckoned by the engine: all of some mentors, or those that a record can have touched."""

import datetime as dt
import hashlib
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from taoli.duties.models import NO_PAIRING, DutyCell
from taoli.duties.queries.facts import Ground, Near, acts_near, ground_of
from taoli.duties.queries.prepared import identity
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
class Reckoned:
    """The cells of mentors as rows, and the fingerprint of each who has pairings."""

    cells: list[DutyCell]
    fingerprints: dict[uuid.UUID, str]


def reckon(setting: Setting, mentors: Collection[uuid.UUID]) -> Reckoned:
    """Reckon all cells of some mentors from scratch; nothing is written."""
    ground = ground_of(setting, mentors)
    found = _cells(setting, mentors, ground, setting.asked, None)
    paired = {identity(one.mentor_id) for one in ground.pairings}
    return Reckoned(_rows(setting, found, ground.pairings), fingerprints(setting, paired, ground))


def reckon_touched(setting: Setting, mentors: Collection[uuid.UUID], touched: Touched, ground: Ground) -> list[Cell]:
    """Reckon only those cells of mentors that a record can have touched."""
    asked = narrowed(setting.asked, touched.kinds, touched.days)
    return _cells(setting, mentors, ground, asked, touched.students)


def _cells(
    setting: Setting,
    mentors: Collection[uuid.UUID],
    ground: Ground,
    asked: tuple[Asked[Duty], ...],
    students: Collection[uuid.UUID] | None,
) -> list[Cell]:
    """What is owed within a pairing needs the pairings of the student, what is owed to a group, class or oneself all
    pairings of the mentor (engine.compliance.cells: decomposable), so a part gives exactly its share of the whole.
    """
    single = [one for one in asked if within_pairing(one.rule)]
    shared = [one for one in asked if not within_pairing(one.rule)]
    wanted = None if students is None else {str(student) for student in students}
    mine = tuple(one for one in ground.pairings if wanted is None or one.student_id in wanted)
    acts = acts_near(setting, _near(setting, mentors, students, single, shared, ground)) if asked else ()
    found: list[Cell] = []
    for some, whose in ((single, mine), (shared, ground.pairings)):
        if some and whose:
            found += cells_of(some, whose, acts, dt.date.max, ground.marks, ground.leaves, ground.earlier)
    return found


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
    setting: Setting,
    mentors: Collection[uuid.UUID],
    students: Collection[uuid.UUID] | None,
    single: list[Asked[Duty]],
    shared: list[Asked[Duty]],
    ground: Ground,
) -> Near:
    members = sorted({identity(one.student_id) for one in ground.pairings})
    windows = [window for one in (*single, *shared) for window in one.windows]
    plain = Near(
        first=max(setting.since, min(window.opens for window in windows)),
        last=min(setting.until, max(window.closes for window in windows)),
        kinds=_kinds(single),
        students=members if students is None else students,
    )
    if not shared:
        return plain
    units = {one.unit_id or one.mentor_id for one in ground.pairings} | {one.class_id for one in ground.pairings}
    units |= {one.grade_id for one in ground.pairings}
    doers = {*mentors, *(identity(one.substitute_id) for one in ground.leaves if one.substitute_id)}
    places = [identity(unit) for unit in sorted(units)]
    return replace(plain, shared=_kinds(shared), members=members, doers=doers, units=places)


def _kinds(asked: list[Asked[Duty]]) -> list[str]:
    return sorted({kind.value for one in asked for kind in one.rule.kinds})


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
        subject_id=subject_of(cell),
        mentor_id=identity(cell.mentor_id),
        pairing_id=identity(cell.pairing_id) if cell.pairing_id else NO_PAIRING,
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


def subject_of(cell: Cell) -> uuid.UUID:
    """Return the id under which a cell's subject is stored."""
    return NOBODY if cell.subject_kind == "school" else identity(cell.subject_id)
