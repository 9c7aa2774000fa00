"""Two drafts side by side: who moved, who gained or lost ranks, what changed in the figures and the rules."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from taoli.engine.matching.board import NOWHERE
from taoli.engine.matching.check import PROMISE_CODES, check
from taoli.engine.matching.prepare import Table, tabulate
from taoli.engine.matching.result import stats_of
from taoli.engine.matching.types import Change, Comparison, Finding, Problem, Stats


def compare(before: Mapping[str, str], after: Mapping[str, str], problem: Problem) -> Comparison:
    """What changed from one seating (student id → mentor id) to another of the same round.

    Seats of students or mentors whom the problem does not know count as none. Raises ValueError when an id
    stands twice in the problem.
    """
    table = tabulate(problem)
    old, new = _seat(table, before), _seat(table, after)
    changes = tuple(_changes(table, old, new))
    broken_before, broken_after = _broken(problem, before), _broken(problem, after)
    return Comparison(
        changes=changes,
        gained=sum(one.ranks > 0 for one in changes),
        lost=sum(one.ranks < 0 for one in changes),
        ranks=sum(one.ranks for one in changes),
        stats=_difference(stats_of(table, old, 0), stats_of(table, new, 0)),
        broken=tuple(one for one in broken_after if one not in broken_before),
        mended=tuple(one for one in broken_before if one not in broken_after),
    )


def _seat(table: Table, seats: Mapping[str, str]) -> list[int]:
    return [table.column.get(seats.get(one.id, ""), NOWHERE) for one in table.students]


def _changes(table: Table, old: list[int], new: list[int]) -> Iterator[Change]:
    for row, one in enumerate(table.students):
        old_rank, new_rank = table.tiers[row].get(old[row]), table.tiers[row].get(new[row])
        last = len(one.wishes) + 1
        if old[row] != new[row]:
            names = _name(table, old[row]), _name(table, new[row])
            yield Change(one.id, *names, old_rank, new_rank, (old_rank or last) - (new_rank or last))


def _name(table: Table, mentor: int) -> str:
    return "" if mentor == NOWHERE else table.mentors[mentor].id


def _difference(old: Stats, new: Stats) -> dict[str, tuple[int, int]]:
    before, after = asdict(old), asdict(new)
    return {name: (value, after[name]) for name, value in before.items() if value != after[name]}


def _broken(problem: Problem, seats: Mapping[str, str]) -> tuple[Finding, ...]:
    return tuple(one for one in check(problem, seats) if one.code not in PROMISE_CODES)
