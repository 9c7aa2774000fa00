"""Matching against plain anchors, as ratios in one run: `python bench/matching.py [--quick]`.

CPU time of this process (best of several), so that neighbours on the machine matter little; ms stand beside
the ratio. Deferred acceptance is measured against the loop written below, on arrays and lists made before
the clock starts; `solve_fair` is measured whole, from dataclasses to the recounted certificate.
"""

import argparse
import sys
import time
from collections.abc import Callable
from heapq import heappush, heapreplace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.instances import round_of
from taoli.engine.matching import Matching, Rules, solve_assigned, solve_fair
from taoli.engine.matching.acceptance import Ints, deferred_acceptance

RANKS = 6
SEATS = 10


def arrays(students: int, skew: float, seed: int = 1) -> tuple[Ints, Ints, Ints]:
    """Wishes by popularity 1/place^skew without repeats, a lottery turn for each student, ten seats a mentor."""
    chance = np.random.default_rng(seed)
    mentors = students // 8
    weights = np.cumsum(1 / np.arange(1, mentors + 1) ** skew)
    wishes = np.full((students, RANKS), -1, dtype=np.int64)
    for rank in range(RANKS):
        open_rows = np.arange(students)
        while open_rows.size:
            picks = np.searchsorted(weights, chance.random(open_rows.size) * weights[-1])
            repeated = (wishes[open_rows, :rank] == picks[:, None]).any(axis=1)
            wishes[open_rows[~repeated], rank] = picks[~repeated]
            open_rows = open_rows[repeated]
    turn = chance.permutation(students * RANKS).reshape(students, RANKS)
    return wishes, turn, np.full(mentors, SEATS)


def loop(wishes: list[list[int]], turn: list[list[int]], seats: list[int]) -> list[int]:
    """The anchor: deferred acceptance one student at a time, with a heap for each mentor."""
    got = [-1] * len(wishes)
    asked = [0] * len(wishes)
    held: list[list[tuple[int, int]]] = [[] for _ in seats]
    queue = list(range(len(wishes)))
    while queue:
        student = queue.pop()
        while asked[student] < RANKS:
            column = asked[student]
            asked[student] += 1
            mentor = wishes[student][column]
            group, entry = held[mentor], (-turn[student][column], student)
            if len(group) < seats[mentor]:
                heappush(group, entry)
                got[student] = column
                break
            if entry > group[0]:
                _turn, other = heapreplace(group, entry)
                got[student], got[other] = column, -1
                queue.append(other)
                break
    return got


def cpu(work: Callable[[], object], times: int) -> float:
    """Least CPU seconds of several runs."""
    best = float("inf")
    for _run in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def acceptance(students: int, skew: float, times: int) -> None:
    wishes, turn, seats = arrays(students, skew)
    lists = wishes.tolist(), turn.tolist(), seats.tolist()
    assert deferred_acceptance(wishes, turn, seats).tolist() == loop(*lists)
    ours = cpu(lambda: deferred_acceptance(wishes, turn, seats), times)
    anchor = cpu(lambda: loop(*lists), times)
    print(
        f"acceptance {students:>7,} students, skew {skew}: {anchor / ours:5.1f} x the loop"
        f"   (ours {ours * 1e3:8.2f} ms, loop {anchor * 1e3:8.2f} ms)"
    )


def whole_rounds(students: int) -> None:
    for name, rules in (("no rules", Rules(None)), ("two classes a mentor", Rules(2))):
        problem = round_of(students, rules=rules)
        for solve in (solve_fair, solve_assigned):
            result = solve(problem)
            assert isinstance(result, Matching)
            assert result.certificate.broken_rules == 0
            assert result.certificate.justified_envy == 0
            stats = result.stats
            print(
                f"{solve.__name__:<14} {students:>5,} students, {name:<20}: "
                f"{cpu(lambda s=solve, p=problem: s(p), 1) * 1e3:7.0f} ms   "  # type: ignore[misc]
                f"first {stats.first / students:4.0%}, top three {stats.top3 / students:4.0%}, moved {stats.moved}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out 300,000 students")
    quick = parser.parse_args().quick
    for skew in (0.6, 1.0):
        acceptance(3_000, skew, 30)
        if not quick:
            acceptance(300_000, skew, 3)
    whole_rounds(300)
    whole_rounds(3_000)


if __name__ == "__main__":
    main()
