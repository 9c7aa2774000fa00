"""What happens to people in a term: a leave with a substitute, a mentor who goes, students who go, marks."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from taoli.engine.calendar import DAY, SchoolCalendar, Term, teaching_days
from taoli.engine.facts import ATTENTION, Finding, Leave, Mark, Pairing
from taoli.engine.rehearsal.values import Roster
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import ContinuityKind, EndReason

LEAVE_AT, LEAVE_DAYS = 0.25, 10
DROPPED_AT, MOVED_AT, LEFT_AT, MARKED_AT = 0.45, 0.5, 0.6, 0.5
ONE_IN = 40  # of the students are in need of attention
FEWEST = 4  # mentors needed for all of it


@dataclass(frozen=True, slots=True)
class Course:
    """Pairings as they were at the end, marks, leaves, and what happened."""

    pairings: tuple[Pairing, ...]
    marks: tuple[Mark, ...]
    leaves: tuple[Leave, ...]
    events: tuple[Finding, ...]


def course_of(
    scheme: Scheme, roster: Roster, calendar: SchoolCalendar, term: Term, pairings: tuple[Pairing, ...]
) -> Course:
    """The term's events over fresh pairings. A school with fewer than four mentors has no changes of mentor."""
    days = teaching_days(calendar, term.starts, term.ends)
    marks = _marks(roster, pairings, _at(days, MARKED_AT), term)
    events = [Finding("attention_marked", {"students": sum(mark.code == ATTENTION for mark in marks)})]
    loads = Counter(one.mentor_id for one in pairings)
    busy = sorted(loads)
    if len(busy) < FEWEST:
        return Course(pairings, marks, (), tuple(events))
    away, stands_in, leaver, stopped = busy[0], busy[1], busy[-1], busy[-2]
    starts = _at(days, LEAVE_AT)
    leave = Leave(away, starts, days[min(days.index(starts) + LEAVE_DAYS, len(days) - 1)], stands_in)
    events.append(Finding("leave", {"days": LEAVE_DAYS, "students": loads[away]}))
    taught = {one.id: one.classes for one in roster.teachers}
    changed = _ended(pairings, busy[len(busy) // 2], _at(days, DROPPED_AT), EndReason.DROPPED_OUT)
    changed = _ended(changed, busy[len(busy) // 2 - 1], _at(days, MOVED_AT), EndReason.TRANSFERRED_OUT)
    changed, count = _handed_over(changed, leaver, _at(days, LEFT_AT), EndReason.MENTOR_LEFT, taught, loads)
    events += [Finding("dropped_out", {"students": 1}), Finding("transferred_out", {"students": 1})]
    events.append(Finding("mentor_left", {"students": count}))
    if scheme.continuity is not None and scheme.continuity.kind == ContinuityKind.STOP_ALLOWED:
        when = _at(days, LEFT_AT)
        changed, count = _handed_over(changed, stopped, when, EndReason.MENTOR_CHANGED, taught, loads)
        events.append(Finding("mentor_stopped", {"students": count}))
    return Course(changed, marks, (leave,), tuple(events))


def _at(days: tuple[date, ...], share: float) -> date:
    return days[int((len(days) - 1) * share)]


def _marks(roster: Roster, pairings: tuple[Pairing, ...], when: date, term: Term) -> tuple[Mark, ...]:
    paired = {one.student_id for one in pairings}
    learners = [one for one in roster.learners if one.id in paired]
    always = [Mark(one.id, code, term.starts) for one in learners for code in sorted(one.categories)]
    return (*always, *(Mark(one.id, ATTENTION, when) for one in learners[:: min(ONE_IN, len(learners))]))


def _ended(pairings: tuple[Pairing, ...], mentor: str, when: date, reason: EndReason) -> tuple[Pairing, ...]:
    one = next(pairing for pairing in pairings if pairing.mentor_id == mentor)
    ended = replace(one, ends=max(when, one.starts), end_reason=reason.value)
    return tuple(ended if pairing is one else pairing for pairing in pairings)


def _handed_over(
    pairings: tuple[Pairing, ...],
    mentor: str,
    when: date,
    reason: EndReason,
    taught: Mapping[str, frozenset[str]],
    loads: Counter[str],
) -> tuple[tuple[Pairing, ...], int]:
    """End a mentor's pairings and begin new ones the next day, whole units with one successor each."""
    found: list[Pairing] = []
    chosen: dict[str, str] = {}
    count = 0
    for one in pairings:
        if one.mentor_id != mentor or one.ends is not None:
            found.append(one)
            continue
        unit = one.unit_id or one.class_id
        if unit not in chosen:
            near = [other for other in loads if other != mentor and one.class_id in taught.get(other, frozenset())]
            chosen[unit] = min(near or set(loads) - {mentor}, key=lambda other: (loads[other], other))
        loads[chosen[unit]] += 1
        last = max(when, one.starts)
        found.append(replace(one, ends=last, end_reason=reason.value))
        found.append(replace(one, id=f"{one.id}-2", mentor_id=chosen[unit], starts=last + DAY))
        count += 1
    return tuple(found), count
