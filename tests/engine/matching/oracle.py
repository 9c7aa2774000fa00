"""Random rounds for the modes by flow, and the same optimum from OR-Tools."""

from dataclasses import replace
from random import Random

from ortools.graph.python import min_cost_flow

from taoli.engine.matching import Mentor, Problem, Rules, Student

SURE = 10_000


def dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - reproducible instances are wanted, not secrets


def flow_round(chance: Random, most: int = 12) -> Problem:
    """A small round with ties, blanks, repeats, unknown and absent mentors, minimum loads, pins, eligibility."""
    classes = "12"[: chance.randint(1, 2)]
    sizes = [chance.choice((0, 1, 2, 2, 3, 4, 5)) for _mentor in range(chance.randint(1, 5))]
    mentors = tuple(
        Mentor(
            f"m{one}",
            min=min(chance.choice((0, 1, 2, 3)), seats),
            target=chance.choice((None, 1, 2)),
            max=seats,
            classes=frozenset(chance.choice(("12", "12", "1", "2"))),
            absent=chance.random() < 0.05,
        )
        for one, seats in enumerate(sizes)
    )
    names = [*(one.id for one in mentors), *["m0"] * 5, "m1", "nobody"]
    students = tuple(
        Student(f"s{one}", class_id=chance.choice(classes), wishes=_wishes(chance, names))
        for one in range(chance.randint(max(1, min(most, sum(sizes)) // 2), max(1, min(most, sum(sizes)))))
    )
    pinned = {one.id: (chance.choice(mentors).id, "why") for one in students if chance.random() < 0.06}
    rules = Rules(None, teaches_class=chance.random() < 0.3, pinned=pinned)
    return Problem(students, mentors, rules, chance.randint(0, 99))


def _wishes(chance: Random, names: list[str]) -> tuple[tuple[str, ...], ...]:
    tiers = (
        tuple(chance.choices(names, k=chance.choice((0, 1, 1, 1, 2)))) for _tier in range(chance.choice((0, 2, 3, 4)))
    )
    return tuple(tiers)


def least_total(
    problem: Problem, current: dict[str, str] | None = None, rank_price: int = 1, move_price: int = 0
) -> int | None:
    """The least total by OR-Tools over all pairs allowed; None when nobody can seat them all."""
    flow = min_cost_flow.SimpleMinCostFlow()
    column = {one.id: at for at, one in enumerate(problem.mentors, len(problem.students))}
    sink = len(problem.students) + len(problem.mentors)
    for row, student in enumerate(problem.students):
        flow.set_node_supply(row, 1)
        for mentor in problem.mentors:
            if _allowed(problem, student, mentor):
                tiers = [tier for tier, ids in enumerate(student.wishes, 1) if mentor.id in ids]
                moved = current is not None and current.get(student.id) != mentor.id
                cost = min(tiers, default=len(student.wishes) + 1) * rank_price + move_price * moved
                flow.add_arc_with_capacity_and_unit_cost(row, column[mentor.id], 1, cost)
    for mentor in problem.mentors:
        if not mentor.absent:
            if mentor.min > mentor.max:
                return None
            flow.add_arc_with_capacity_and_unit_cost(column[mentor.id], sink, mentor.min, -SURE)
            flow.add_arc_with_capacity_and_unit_cost(column[mentor.id], sink, mentor.max - mentor.min, 0)
    flow.set_node_supply(sink, -len(problem.students))
    if flow.solve() != flow.OPTIMAL:
        return None
    sure = SURE * sum(one.min for one in problem.mentors if not one.absent)
    total = int(flow.optimal_cost()) + sure
    return total if total < SURE else None


def _allowed(problem: Problem, student: Student, mentor: Mentor) -> bool:
    rules = problem.rules
    if mentor.absent:
        return False
    if student.id in rules.pinned:
        return rules.pinned[student.id][0] == mentor.id
    return not rules.teaches_class or student.class_id in mentor.classes


def shuffled(problem: Problem, chance: Random) -> Problem:
    students, mentors = list(problem.students), list(problem.mentors)
    chance.shuffle(students)
    chance.shuffle(mentors)
    return replace(problem, students=tuple(students), mentors=tuple(mentors))
