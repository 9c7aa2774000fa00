"""Manual moves on the board: what a move would newly break, by how much, and whom to exchange with."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from taoli.engine.matching.check import (
    Seating,
    link_findings,
    mentor_findings,
    seating_of,
    wish_findings,
)
from taoli.engine.matching.types import Exchange, Finding, Problem, Value


def try_move(problem: Problem, seats: Mapping[str, str], student_id: str, mentor_id: str) -> tuple[Finding, ...]:
    """What seating this student with this mentor would newly break, or break by more than now.

    `by` in a finding is how much it breaks after the move. Empty when nothing new breaks. Wishes: the
    student's own new claims and those that others gain. Raises KeyError for unknown ids.
    """
    return _newly_broken(problem, seats, {student_id: mentor_id})


def best_exchange(problem: Problem, seats: Mapping[str, str], student_id: str, mentor_id: str) -> Exchange | None:
    """The student of that mentor to change seats with: breaks fewest hard rules, then costs fewest ranks.

    None when the mentor has nobody who may leave (pinned students may not).
    """
    now = seats[student_id]
    best: tuple[tuple[int, int, str], Exchange] | None = None
    seating = seating_of(problem, seats)
    for partner in seating.groups[mentor_id]:
        if partner in problem.rules.pinned or partner == student_id:
            continue
        change = {student_id: mentor_id, partner: now}
        hard = tuple(_hard(seating, _after(seating, change), change))
        ranks = sum(_rank(seating, one, to) - _rank(seating, one, seats[one]) for one, to in change.items())
        key = (len(hard), ranks, partner)
        if best is None or key < best[0]:
            best = (key, Exchange(student_id, partner, ranks, hard))
    return best[1] if best else None


def _rank(seating: Seating, student: str, mentor: str) -> int:
    wishes = seating.students[student].wishes
    return next((place for place, tier in enumerate(wishes, 1) if mentor in tier), len(wishes) + 1)


def _newly_broken(problem: Problem, seats: Mapping[str, str], change: dict[str, str]) -> tuple[Finding, ...]:
    before = seating_of(problem, seats)
    touched = _touched(before, change)
    after = _after(before, change)
    return (*_hard(before, after, change), *_worse(_wishes(before, touched), _wishes(after, touched)))


def _after(before: Seating, change: Mapping[str, str]) -> Seating:
    """The seating after a change of known ids; only the groups that change are made anew."""
    groups = dict(before.groups)
    for one in change:
        now = before.seats.get(one, "")
        groups[now] = tuple(other for other in groups.get(now, ()) if other != one)
    for one, mentor in change.items():
        groups[mentor] = tuple(sorted((*groups[mentor], one)))
    groups.pop("", None)
    return replace(before, seats={**before.seats, **change}, groups=groups)


def _touched(before: Seating, change: Mapping[str, str]) -> set[str]:
    """The mentors whose groups change. Raises KeyError for ids the problem does not know."""
    mentors = {*change.values(), *(before.seats[one] for one in change if one in before.seats)}
    for one in change:
        _known(before.students, one)
    for one in mentors:
        _known(before.mentors, one)
    return mentors


def _known(known: Mapping[str, object], one: str) -> None:
    if one not in known:
        raise KeyError(one)


def _hard(before: Seating, after: Seating, change: Mapping[str, str]) -> Iterator[Finding]:
    old, new = list(link_findings(before)), list(link_findings(after))
    for mentor in sorted(_touched(before, change)):
        old += mentor_findings(before, mentor)
        new += mentor_findings(after, mentor)
    return _worse(old, new)


def _wishes(seating: Seating, mentors: AbstractSet[str]) -> list[Finding]:
    """Claims to seats with these mentors, or by those who sit there."""
    return [
        found
        for one, student in sorted(seating.students.items())
        if seating.seats.get(one) in mentors or any(not mentors.isdisjoint(tier) for tier in student.wishes)
        for found in wish_findings(seating, one)
    ]


def _worse(old: Iterable[Finding], new: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that were not there before, or break by more than before."""
    amounts = {_identity(one): _amount(one) for one in old}
    return (one for one in new if _amount(one) > amounts.get(_identity(one), 0))


def _amount(one: Finding) -> int:
    by = one.params.get("by", 1)
    return by if isinstance(by, int) else 1


def _identity(one: Finding) -> tuple[Value, ...]:
    return one.code, *(one.params.get(key) for key in ("student", "mentor", "category", "rule", "unit"))
