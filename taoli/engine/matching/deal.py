"""Dealing students of a kind over its seats so that layers and genders spread evenly."""

from collections.abc import Iterator

from taoli.engine.matching.bundles import Plan
from taoli.engine.matching.lottery import draw
from taoli.engine.matching.prepare import Table
from taoli.engine.matching.quotas import Kind


def deal(table: Table, plan: Plan) -> list[int]:
    """The seat of every student under this plan of kind → mentor → how many."""
    seat = [-1] * len(table.students)
    for kind, quota in plan:
        for student, mentor in zip(_by_stratum(table, kind), _slots(table, kind, quota), strict=True):
            seat[student] = mentor
    return seat


def _by_stratum(table: Table, kind: Kind) -> list[int]:
    def stratum(student: int) -> tuple[str, str, bytes]:
        one = table.students[student]
        return one.layer, one.gender, draw(table.problem.seed, "deal", one.id)

    return sorted(kind.members, key=stratum)


def _slots(table: Table, kind: Kind, quota: dict[int, int]) -> Iterator[int]:
    """Mentors in dealing order: everyone once before anyone twice, in proportion to the seats."""
    if kind.whole:
        (mentor,) = quota
        return iter([mentor] * len(kind.members))
    lots = {m: draw(table.problem.seed, "slot", table.mentors[m].id) for m in quota}
    slots = [((turn + 0.5) / seats, lots[m], m) for m, seats in quota.items() for turn in range(seats)]
    return (mentor for _turn, _lot, mentor in sorted(slots))


def strips(table: Table, goals: list[int]) -> tuple[Plan, bool]:
    """Lay the classes one after another along the mentors' loads: few mentors straddle two classes.

    False when a mentor gets more classes than the limit. Mentors lie near the classes they teach.
    """
    classes: dict[str, list[int]] = {}
    for student, one in enumerate(table.students):
        classes.setdefault(one.class_id, []).append(student)
    names = sorted(classes)

    def turn(mentor: int) -> tuple[int, bytes]:
        one = table.mentors[mentor]
        taught = [place for place, name in enumerate(names) if name in one.classes]
        return min(taught, default=len(names)), draw(table.problem.seed, "strip", one.id)

    line = (m for m in sorted(range(len(goals)), key=turn) for _seat in range(goals[m]))
    plan: Plan = []
    count = [0] * len(goals)
    for name in names:
        quota: dict[int, int] = {}
        for _student in classes[name]:
            mentor = next(line)
            quota[mentor] = quota.get(mentor, 0) + 1
        for mentor in quota:
            count[mentor] += bool(name)
        plan.append((Kind(tuple(classes[name]), (), whole=False), quota))
    limit = table.problem.rules.max_classes_per_mentor
    return plan, limit is None or max(count, default=0) <= limit
