"""Mode "ruled" against plain HiGHS, as a ratio in one run: `python bench/ruled.py [--students 3000]`.

The anchor is the programme as a textbook writes it, one binary per student and eligible mentor, handed to
`scipy.optimize.milp`; only that call is timed. `solve_ruled` is timed whole, from dataclasses to the recounted
certificate. CPU time of this process, best of `--times`.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.instances import LAYERS
from taoli.engine.matching import Matching, Mentor, Problem, Rules, Student
from taoli.engine.matching.cost import soft_cost
from taoli.engine.matching.ruled import solve_ruled

CLASS, WISHES = 50, 6


def instance(students: int, seed: int) -> Problem:
    """Seventeen teachers for each class of fifty; category cap 2; per class two apart, two together, five pinned."""
    chance = Random(seed)  # noqa: S311 - a reproducible instance
    classes = [f"c{one:03d}" for one in range(students // CLASS)]
    taught: list[list[str]] = [[] for _ in range(students // 8)]
    for name in classes:
        for one in chance.sample(range(len(taught)), 17):
            taught[one].append(name)
    mentors = tuple(
        Mentor(f"m{one:03d}", min=4 if names else 0, max=10, classes=frozenset(names), gender=chance.choice("fm"))
        for one, names in enumerate(taught)
    )
    by_class = {name: [one for one in mentors if name in one.classes] for name in classes}
    made, apart, together, pinned = [], [], [], {}
    for at in range(students):
        name = classes[at // CLASS]
        weights = [1 / (int(one.id[1:]) + 1) ** 0.6 for one in by_class[name]]
        picks: dict[str, None] = {}
        while len(picks) < WISHES:
            picks.setdefault(chance.choices(by_class[name], weights)[0].id)
        made.append(
            Student(
                f"s{at:05d}",
                name,
                chance.choice("fm"),
                chance.choice(LAYERS),
                frozenset({"special"} if chance.random() < 0.08 else ()),
                tuple((pick,) for pick in picks),
                same_gender=chance.random() < 0.1,
            )
        )
    for name in classes:
        group = [one for one in made if one.class_id == name]
        ids = [one.id for one in chance.sample(group, 11)]
        apart += [frozenset(ids[:2]), frozenset(ids[2:4])]
        together.append(frozenset(ids[4:6]))
        for one, mentor in zip(ids[6:], chance.sample(by_class[name], 5), strict=True):
            pinned[one] = (mentor.id, "known to each other")
    rules = Rules(None, True, tuple(apart), tuple(together), pinned, {"special": 2})  # noqa: FBT003
    return Problem(tuple(made), mentors, rules, seed)


class Plain:
    """One binary per student and eligible mentor, every rule a row."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.cost: list[float] = []
        self.top: list[float] = []
        self.whole: list[int] = []
        self.cells: list[tuple[int, int, float]] = []
        self.low: list[float] = []
        self.high: list[float] = []
        mentors, rules = {one.id: one for one in problem.mentors}, problem.rules
        self.at: dict[str, dict[str, int]] = {}
        for one in problem.students:
            pin = rules.pinned.get(one.id)
            open_to = [pin[0]] if pin else [m.id for m in problem.mentors if one.class_id in m.classes]
            self.at[one.id] = {m: self.column(self.price(one, mentors[m]), 1) for m in open_to}
            self.row([(column, 1) for column in self.at[one.id].values()], 1, 1)
        self.binaries = len(self.cost)
        for m in problem.mentors:
            self.row(self.cols(m.id, lambda _one: True), m.min, m.max)
            for name, cap in rules.category_cap.items():
                self.row(self.cols(m.id, lambda one, name=name: name in one.categories), 0, cap)
            self.balance(m)
        for group in rules.apart:
            for m in mentors:
                self.row([(self.at[one][m], 1) for one in sorted(group) if m in self.at[one]], 0, 1)
        for group in rules.together:
            first, *rest = sorted(group)
            for one in rest:
                for m in sorted({*self.at[first], *self.at[one]}):
                    pair = [(self.at[who][m], sign) for who, sign in ((first, 1), (one, -1)) if m in self.at[who]]
                    self.row(pair, 0, 0)

    def price(self, one: Student, mentor: Mentor) -> float:
        weights = self.problem.rules.weights
        tier = next((place for place, tier in enumerate(one.wishes) if mentor.id in tier), WISHES)
        return weights.rank * tier + weights.same_gender * (one.same_gender and one.gender != mentor.gender)

    def column(self, cost: float, top: float, whole: int = 1) -> int:
        self.cost.append(cost)
        self.top.append(top)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, terms: list[tuple[int, float]], low: float, high: float) -> None:
        if terms:
            self.cells += [(len(self.low), column, factor) for column, factor in terms]
            self.low.append(low)
            self.high.append(high)

    def cols(self, mentor: str, test: Callable[[Any], bool]) -> list[tuple[int, float]]:
        return [(self.at[s.id][mentor], 1.0) for s in self.problem.students if mentor in self.at[s.id] and test(s)]

    def balance(self, mentor: Mentor) -> None:
        weights, students = self.problem.rules.weights, self.problem.students
        seats = sum(one.max for one in self.problem.mentors)
        tests: list[tuple[Callable[[Any], bool], int]] = [
            (lambda one: "special" in one.categories, weights.category),
            *((lambda one, g=g: one.gender == g, weights.gender) for g in "fm"),
            *((lambda one, v=v: one.layer == v, weights.layer) for v in sorted(set(LAYERS))),
        ]
        for test, weight in tests:
            fair = -(-sum(map(test, students)) * mentor.max // seats)
            self.row([*self.cols(mentor.id, test), (self.column(weight, np.inf, 0), -1)], -np.inf, fair)

    def solve(self) -> float:
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csc_array

        rows, columns, factors = zip(*self.cells, strict=True)
        matrix = csc_array((factors, (rows, columns)), shape=(len(self.low), len(self.cost)))
        answer = milp(
            self.cost,
            integrality=self.whole,
            bounds=Bounds(0, self.top),
            constraints=LinearConstraint(matrix, self.low, self.high),
            options={"mip_rel_gap": 0, "time_limit": 300},
        )
        return float(answer.fun)


def cpu(work: Callable[[], Any], times: int) -> tuple[float, Any]:
    best, result = float("inf"), None
    for _run in range(times):
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=3_000)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    import scipy.optimize  # noqa: F401 - imported before the clock starts, for both sides

    problem = instance(args.students, args.seed)
    plain = Plain(problem)
    theirs, value = cpu(plain.solve, args.times)
    ours, result = cpu(lambda: solve_ruled(problem), args.times)
    assert isinstance(result, Matching), result
    certificate = result.certificate
    assert certificate.broken_rules == 0
    assert certificate.cost == soft_cost(problem, result.seats)
    ends = f"cost {certificate.cost}, bound {certificate.bound}"
    print(
        f"ruled {args.students:,} students, {plain.binaries:,} binaries, seed {args.seed}: "
        f"{ours / theirs:.2f} x plain HiGHS   "
        f"(ours {ours:.2f} s, {ends}; HiGHS {theirs:.2f} s, cost {value:.0f})"
    )


if __name__ == "__main__":
    main()
