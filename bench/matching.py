"""Matching against plain anchors, as ratios in one run: `python bench/matching.py [--quick]`.

`--install-anchors` puts `algmatch` into a temporary environment; without it its row says "anchor not present".
Minimum rank and re-matching have commands of their own: `bench/minimum_rank.py`, `bench/rematch.py`.

CPU time of this process (best of several), so that neighbours on the machine matter little; ms stand beside
the ratio. Deferred acceptance is measured against the loop written below, on arrays and lists made before
the clock starts; `solve_fair` is measured whole, from dataclasses to the recounted certificate.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from heapq import heappush, heapreplace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.instances import RANKS, arrays, round_of
from bench.measure import cpu
from taoli.engine.matching import Matching, Rules, solve_assigned, solve_fair
from taoli.engine.matching.acceptance import deferred_acceptance

ANCHOR = "algmatch==1.5.2"


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


def against_algmatch(students: int, skew: float, times: int, *, install: bool) -> None:
    name = f"acceptance {students:>7,} students, skew {skew}"
    if not install:
        print(f"{name}: anchor not present (algmatch; --install-anchors puts it into a temporary environment)")
        return
    wishes, turn, seats = arrays(students, skew)
    order = np.lexsort((turn.ravel(), wishes.ravel()))
    lists = np.split(order // RANKS, np.cumsum(np.bincount(wishes.ravel(), minlength=len(seats)))[:-1])
    given = {"wishes": wishes.tolist(), "seats": seats.tolist(), "orders": [one.tolist() for one in lists]}
    with tempfile.TemporaryDirectory() as folder:
        python = f"{folder}/bin/python"
        uv = [sys.executable, "-m", "uv"]
        subprocess.run([*uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
        subprocess.run([*uv, "pip", "install", "--quiet", "--python", python, ANCHOR], check=True)
        script = [python, str(Path(__file__).with_name("anchor_algmatch.py"))]
        answer = subprocess.run(script, input=json.dumps(given), capture_output=True, text=True, check=True)
    anchor = json.loads(answer.stdout)
    got = deferred_acceptance(wishes, turn, seats)
    assert np.where(got >= 0, wishes[np.arange(students), got], -1).tolist() == anchor["mentors"]
    search = cpu(lambda: deferred_acceptance(wishes, turn, seats), times)
    lines = wishes.tolist(), turn.tolist(), seats.tolist()
    whole = cpu(lambda: deferred_acceptance(*(np.array(one) for one in lines)), times)
    print(
        f"{name}: {anchor['whole'] / whole:5.0f} x algmatch from lists to the same seats, "
        f"{anchor['search'] / search:.0f} x in the search   (ours {whole * 1e3:.2f} and {search * 1e3:.2f} ms, "
        f"algmatch {anchor['whole'] * 1e3:.0f} and {anchor['search'] * 1e3:.0f} ms)"
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
    parser.add_argument("--install-anchors", action="store_true", help="install algmatch for this run")
    given = parser.parse_args()
    quick = given.quick
    for skew in (0.6, 1.0):
        acceptance(3_000, skew, 30)
        if not quick:
            acceptance(300_000, skew, 3)
        against_algmatch(3_000, skew, 30, install=given.install_anchors)
    whole_rounds(300)
    whole_rounds(3_000)


if __name__ == "__main__":
    main()
