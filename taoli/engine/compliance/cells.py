"""Cells: each duty of a scheme, for everyone it is owed to, in every period of a term."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.compliance.laws import Asked, Law, asked
from taoli.engine.compliance.records import ByWindow, Leaves, Records, by_kind, by_person
from taoli.engine.compliance.refusals import Refusals, refusals
from taoli.engine.compliance.state import state_of
from taoli.engine.compliance.subjects import Owed, Stretch, Subjects, merged, of_one_pairing
from taoli.engine.compliance.windows import Window
from taoli.engine.facts import Act, Cell, CellState, Leave, Mark, Pairing
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.vocabulary import FulfilledBy, Per


def cells(
    laws: Scheme | Sequence[Law],
    calendar: SchoolCalendar,
    term: Term,
    pairings: Sequence[Pairing],
    acts: Iterable[Act],
    as_of: date,
    marks: Iterable[Mark] = (),
    leaves: Iterable[Leave] = (),
    earlier: Iterable[Pairing] = (),
) -> tuple[Cell, ...]:
    """Every cell of the recorded duties of mentors and students in a term (one of `calendar.terms`), as of a day, under
    one scheme or under laws that follow each other (`Cell.law` says which). Decomposable: cells of one pairing need
    only that pairing and the acts naming its student (and as `earlier` the student's pairings before it, where a
    successor takes over); cells owed to a group, class, grade, school or oneself need all pairings of that mentor and
    the acts by or for them. Any set of mentors with all their pairings therefore gives exactly its part of the whole.
    Acts and pairings outside the term do no harm; duties per year or once want the acts of the year so far.
    """
    return cells_of(asked(laws, calendar, term), pairings, acts, as_of, marks, leaves, earlier)


def cells_of(
    rules: Iterable[Asked[Duty]],
    pairings: Sequence[Pairing],
    acts: Iterable[Act],
    as_of: date,
    marks: Iterable[Mark] = (),
    leaves: Iterable[Leave] = (),
    earlier: Iterable[Pairing] = (),
) -> tuple[Cell, ...]:
    """The cells of duties whose windows are known (`laws.asked`, `laws.narrowed`); otherwise as `cells`."""
    with _collector_at_rest():
        return _cells_of(rules, pairings, acts, as_of, marks, leaves, earlier)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nothing here refers to itself: the collector would walk through a hundred thousand tuples in vain, for a quarter
    of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _cells_of(
    rules: Iterable[Asked[Duty]],
    pairings: Sequence[Pairing],
    acts: Iterable[Act],
    as_of: date,
    marks: Iterable[Mark],
    leaves: Iterable[Leave],
    earlier: Iterable[Pairing],
) -> tuple[Cell, ...]:
    acts = tuple(acts)
    done, away, declined = by_kind(acts, as_of), by_person(leaves), refusals(acts, as_of)
    subjects = Subjects(pairings, marks, earlier)
    found: list[Cell] = []
    for one in rules:
        duty = _Duty(one, as_of, away)
        records = Records(one.rule, one.windows, done, away)
        refused = Refusals(one.rule, one.windows, declined)
        for owed in subjects.of(one.rule, taken_over=one.taken_over):
            duty.add(found, owed, records.of(owed), refused.of(owed))
    return tuple(found)


DECLINED = "declined"  # why a cell is exempt: the family would rather not


class _Whole(NamedTuple):
    """What all cells of a window have in common whose subject was there for the whole of it."""

    window: Window
    begins: date
    first: date
    last: date
    key: str
    due: date
    unmet: CellState


class _Duty:
    """One duty under one law: makes its cells for one subject after the other."""

    def __init__(self, one: Asked[Duty], as_of: date, leaves: Leaves) -> None:
        self.law, self.duty, self.taught, self.as_of, self.leaves = one.law, one.rule, one.taught, as_of, leaves
        self.whole = tuple(self._whole(window) for window in one.windows)

    def _whole(self, window: Window) -> _Whole:
        due = _due(window, window.begins)
        unmet = state_of(self.duty.times, 0, window.begins, due, self.as_of, exempt=False)
        first = date.min if self.duty.per == Per.ONCE else window.begins
        last = max(window.closes, window.period.ends)
        return _Whole(window, window.begins, first, last, window.period.key, due, unmet)

    def add(self, found: list[Cell], owed: Owed, done: ByWindow, refused: Mapping[int, int]) -> None:
        """Add the subject's cells, in the order of windows; `refused`: place of a window → how many were declined."""
        duty, subject, mentor, pairing = self.duty, owed.subject_id, owed.mentor_id, owed.pairing_id
        key, kind, times, law = duty.key, duty.subject.value, duty.times, self.law
        new = tuple.__new__  # half the time of Cell(…), which checks what is known
        starts, ends = owed.stretches[0]
        if refused or mentor in self.leaves or subject in self.leaves:
            ends = date.min  # no window is plain
        for place, (window, begins, first, last, period, due, unmet) in enumerate(self.whole):
            if starts <= first and last <= ends:
                ids = done.get(place, ())
                count = len(ids)
                state = "met" if count >= times else unmet
                row = (key, kind, subject, mentor, pairing, period, begins, due, times, count, state, "", ids, law)
                found.append(new(Cell, row))
            else:
                found.extend(self._part(owed, window, done.get(place, ()), refused.get(place, 0)))

    def _part(self, owed: Owed, window: Window, ids: tuple[str, ...], refused: int) -> Iterator[Cell]:
        """The cell of a subject that was there for a part of the window, or of which somebody was away or declined."""
        if owed.stretches[0][0] < window.newest:
            return  # owed in the term in which the pairing began
        inside = _within(owed.stretches, window)
        if not inside:
            return
        before = _within((stretch for _mentor, stretch in owed.before), window)
        starts = max(window.begins, inside[0][0])
        due = _due(window, starts)
        reason = self._exempt(owed, inside, before, window, due)
        if not reason and refused and len(ids) + refused >= self.duty.times:
            reason = DECLINED
        state = state_of(self.duty.times, len(ids), starts, due, self.as_of, exempt=bool(reason))
        yield Cell(
            duty_key=self.duty.key,
            subject_kind=self.duty.subject.value,
            subject_id=owed.subject_id,
            mentor_id=owed.mentor_id,
            pairing_id=owed.pairing_id,
            period_key=window.period.key,
            starts=starts,
            due=due,
            needed=self.duty.times,
            done=len(ids),
            state=state,
            reason=reason if state == "exempt" else "",
            act_ids=ids,
            law=self.law,
        )

    def _exempt(
        self, owed: Owed, inside: tuple[Stretch, ...], before: tuple[Stretch, ...], window: Window, due: date
    ) -> str:
        """Why nothing is owed here, or an empty text: `ended` (before the due day), `began_late` (less than half
        of the period's taught days left, and nobody whose place was taken), `mentor_away`, `student_away` (more than
        half of the days).
        """
        if inside[-1][1] < due:
            return "ended"
        days = self._days(inside, window)
        if self.duty.per != Per.ONCE and (days + self._days(before, window)) * 2 < window.taught:
            return "began_late"
        for person, code in ((owed.mentor_id, "mentor_away"), (owed.subject_id, "student_away")):
            absent = self._absences(person, owed, inside)
            if absent and self._days(absent, window) * 2 > days:
                return code
        return ""

    def _absences(self, person: str, owed: Owed, inside: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
        if person == owed.subject_id and person != owed.mentor_id and not of_one_pairing(self.duty):
            return ()
        stands_in = self.duty.fulfilled_by == FulfilledBy.SUBSTITUTE
        return merged(
            (max(leave.starts, starts), min(leave.ends or date.max, ends))
            for leave in self.leaves.get(person, ())
            if not (stands_in and leave.substitute_id)
            for starts, ends in inside
            if leave.starts <= ends and (leave.ends or date.max) >= starts
        )

    def _days(self, stretches: tuple[Stretch, ...], window: Window) -> int:
        first, last = window.begins, window.period.ends
        return sum(self.taught.count(max(first, starts), min(last, ends)) for starts, ends in stretches)


def _within(stretches: Iterable[Stretch], window: Window) -> tuple[Stretch, ...]:
    first, last = window.begins, window.period.ends
    return tuple(stretch for stretch in stretches if stretch[0] <= last and stretch[1] >= first)


def _due(window: Window, starts: date) -> date:
    return window.early if window.early is not None and starts <= window.early <= window.due else window.due
