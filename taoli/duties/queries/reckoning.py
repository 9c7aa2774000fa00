"""Cells reckoned by the engine for a part of a term: some mentors, or some students of theirs and some kinds."""

import datetime as dt
import hashlib
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from taoli.duties.models import NO_PAIRING, DutyCell
from taoli.duties.queries.facts import acts_where, leaves_of, marks_of, pairings_of
from taoli.duties.queries.settings import Setting
from taoli.engine.compliance import cells
from taoli.engine.facts import Cell, Pairing
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.vocabulary import Actor, Subject

OWED_BY = frozenset({Actor.MENTOR, Actor.STUDENT})
NOBODY = uuid.UUID(int=0)  # the subject of what is owed to the whole school


@dataclass(frozen=True)
class Part:
    """Which cells to make: all of the mentors', or only those that kinds of acts for some students can touch."""

    mentors: frozenset[uuid.UUID]
    students: frozenset[uuid.UUID] | None = None
    kinds: frozenset[str] | None = None


@dataclass(frozen=True)
class Reckoned:
    """The cells of a part, the condition that finds their stored rows, and each mentor's fingerprint."""

    cells: list[DutyCell]
    stored: Q
    fingerprints: dict[uuid.UUID, str]


def reckon(setting: Setting, part: Part) -> Reckoned:
    """Reckon the cells of a part from scratch; nothing is written.

    What is owed within a pairing needs the pairings of the student, what is owed to a group, class or oneself all
    pairings of the mentor (engine.compliance.cells: decomposable), so a part gives exactly its share of the whole.
    """
    pairings = pairings_of(setting, part.mentors)
    duties = [duty for duty in setting.rules.duties if _asked(duty, part.kinds)]
    single = [duty for duty in duties if within_pairing(duty)]
    shared = [duty for duty in duties if not within_pairing(duty)]
    wanted = None if part.students is None else {str(student) for student in part.students}
    mine = [one for one in pairings if wanted is None or one.student_id in wanted]
    marks = marks_of(setting, [uuid.UUID(one.student_id) for one in pairings])
    leaves = leaves_of(setting, part.mentors)
    acts = acts_where(setting, _near(part, single, shared, pairings))
    found: list[Cell] = []
    for some, whose in ((single, mine), (shared, pairings)):
        if some and whose:
            rules = setting.rules.model_copy(update={"duties": tuple(some)})
            found += cells(rules, setting.calendar, setting.facts, whose, acts, dt.date.max, marks, leaves)
    return Reckoned(
        cells=_rows(setting, found, pairings),
        stored=_stored(part, single, shared),
        fingerprints=fingerprints(setting, part.mentors, pairings),
    )


def within_pairing(duty: Duty) -> bool:
    """Say whether a duty is owed within each pairing, not once per group, class or mentor."""
    return duty.subject in {Subject.MENTEE, Subject.FAMILY} or duty.who == Actor.STUDENT


def fingerprints(
    setting: Setting, mentors: Collection[uuid.UUID], pairings: Collection[Pairing]
) -> dict[uuid.UUID, str]:
    """Return mentor → fingerprint of what the mentor's cells are made from, acts apart."""
    by_mentor: dict[str, list[str]] = defaultdict(list)
    for one in pairings:
        by_mentor[one.mentor_id].append(f"{one.id} {one.unit_id} {one.class_id} {one.starts} {one.ends}")
    return {
        mentor: hashlib.sha256("\n".join([setting.stamp, *sorted(by_mentor[str(mentor)])]).encode()).hexdigest()
        for mentor in mentors
    }


def _asked(duty: Duty, kinds: frozenset[str] | None) -> bool:
    return duty.recorded and duty.who in OWED_BY and (kinds is None or not kinds.isdisjoint(duty.kinds))


def _near(part: Part, single: list[Duty], shared: list[Duty], pairings: tuple[Pairing, ...]) -> Q:
    members = {uuid.UUID(one.student_id) for one in pairings}
    near = Q(student_id__in=members if part.students is None else part.students)
    if not shared:
        return near & Q(kind__in=_kinds(single))
    units = {one.unit_id or one.mentor_id for one in pairings} | {one.class_id for one in pairings}
    units |= {one.grade_id for one in pairings}
    together = Q(student_id__in=members) | Q(mentor_id__in=part.mentors) | Q(group_id__in=units)
    return (near & Q(kind__in=_kinds(single))) | (together & Q(kind__in=_kinds(shared)))


def _kinds(duties: list[Duty]) -> list[str]:
    return sorted({kind.value for duty in duties for kind in duty.kinds})


def _stored(part: Part, single: list[Duty], shared: list[Duty]) -> Q:
    if part.students is None:
        return Q(mentor_id__in=part.mentors)
    mine = Q(duty__in=[duty.key for duty in single], subject_id__in=part.students)
    return Q(mentor_id__in=part.mentors) & (mine | Q(duty__in=[duty.key for duty in shared]))


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
        scheme_id=setting.scheme_id,
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
