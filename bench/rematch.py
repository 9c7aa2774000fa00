"""Re-matching on tight rounds, one row each: `python bench/rematch.py`.

Mentors teach two classes each and nearly every seat is taken; the mentor with most first wishes leaves, and as
many seats are opened at one far from that class. Moves against the proved bound and the displaced, against a new
seating from scratch, and the CPU time of the flow against OR-Tools on the same costs.
"""

import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from random import Random

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.anchor_flow import flow_total
from bench.measure import cpu
from taoli.engine.matching import Matching, Mentor, Problem, Rules, Student, dial, rematch, solve_most_satisfied
from taoli.engine.matching.ascent import among_cheapest, cheapest
from taoli.engine.matching.options import options_of
from taoli.engine.matching.prepare import tabulate

CLASS = 48
SEATS = 8
WISHES = 4


def tight(classes: int, spare: int, seed: int = 1) -> Problem:
    """Six mentors a class, each open to it and the next, eight seats each; a few more seats in all."""
    chance = Random(seed)  # noqa: S311 - a reproducible round
    count = classes * CLASS // SEATS
    room = [SEATS] * count
    for one in chance.sample(range(count), spare):
        room[one] += 1
    teaches = [frozenset({f"c{one % classes}", f"c{(one + 1) % classes}"}) for one in range(count)]
    mentors = tuple(Mentor(f"m{one:04d}", min=4, max=room[one], classes=teaches[one]) for one in range(count))
    students = []
    for one in range(classes * CLASS):
        name = f"c{one % classes}"
        open_ = [mentor.id for mentor in mentors if name in mentor.classes]
        weights = [1 / (place + 1) for place in range(len(open_))]
        picks: dict[str, None] = {}
        while len(picks) < WISHES:
            picks.setdefault(chance.choices(open_, weights)[0])
        students.append(Student(f"s{one:05d}", class_id=name, wishes=tuple((pick,) for pick in picks)))
    return Problem(tuple(students), mentors, Rules(None, teaches_class=True), seed)


def one_leaves(problem: Problem, classes: int) -> Problem:
    """The most wanted mentor is away; the seats are opened with another, half of the classes away."""
    first = [one.wishes[0][0] for one in problem.students]
    away = max(problem.mentors, key=lambda one: (first.count(one.id), one.id))
    at = problem.mentors.index(away)
    helper = (at + classes // 2) % len(problem.mentors)
    mentors = list(problem.mentors)
    mentors[at] = replace(away, absent=True)
    mentors[helper] = replace(mentors[helper], max=mentors[helper].max + away.max)
    return replace(problem, mentors=tuple(mentors))


def ratio(problem: Problem, current: dict[str, str]) -> str:
    table = tabulate(problem)
    columns = {one.id: place for place, one in enumerate(table.mentors)}
    now = [columns[current[one.id]] for one in table.students]
    now = [m if m in table.eligible[one.class_id] else -1 for m, one in zip(now, table.students, strict=True)]
    options = options_of(table, now)
    seated = np.array([now[student] >= 0 for student in options.students])
    ranks = options.market
    moves = replace(ranks, cost=(seated & ~options.stay).astype(np.int32))
    both = replace(ranks, cost=ranks.cost + 1_000 * moves.cost)
    ours = cpu(lambda: cheapest(among_cheapest(moves, cheapest(moves), ranks.cost)), 5)
    if find_spec("ortools") is None:
        return f"anchor not present (ours {ours * 1e3:.1f} ms)"
    anchor = cpu(lambda: flow_total(both), 3)
    return f"{anchor / ours:4.1f} x OR-Tools (ours {ours * 1e3:.1f} ms, OR-Tools {anchor * 1e3:.1f} ms)"


def row(classes: int, spare: int) -> None:
    before = solve_most_satisfied(tight(classes, spare))
    assert isinstance(before, Matching)
    problem = one_leaves(tight(classes, spare), classes)
    after, scratch = rematch(problem, before.seats), solve_most_satisfied(problem)
    assert isinstance(after, Matching)
    assert isinstance(scratch, Matching)
    proof = after.certificate
    anew = sum(scratch.seats[one] != seat for one, seat in before.seats.items())
    steps = dial(problem, before.seats)
    print(
        f"re-match {classes * CLASS:>6,} students, {spare:>2} seats to spare: {len(after.moved):>3} move, proved bound "
        f"{proof.moves_bound}, {proof.displaced} displaced, {anew} from scratch; rank "
        f"{proof.total_rank} against {scratch.certificate.total_rank}; {ratio(problem, dict(before.seats))}"
    )
    print("   dial: " + ", ".join(f"{one.extra_moves} more moves buy {one.ranks_gained}" for one in steps[1:]))


def main() -> None:
    for classes, spare in ((6, 0), (6, 4), (24, 0), (62, 0), (62, 8)):
        row(classes, spare)


if __name__ == "__main__":
    main()
