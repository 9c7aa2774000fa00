"""Students who go to one mentor as a whole, and the exact plan when dealing one by one does not come out."""

from collections.abc import Iterable

from taoli.engine.matching.core import conflict
from taoli.engine.matching.prepare import Table
from taoli.engine.matching.quotas import (
    GAP,
    SECONDS,
    Kind,
    SearchLimitError,
    classes_of,
    kinds_of,
    limits_classes,
    plan_quotas,
)
from taoli.engine.matching.types import Finding, Infeasible, Value

Plan = list[tuple[Kind, dict[int, int]]]


def bundles_of(table: Table, groups: Iterable[Iterable[str]]) -> list[tuple[int, ...]]:
    """Merge groups that share a student; unknown ids are left out, so are groups of none."""
    bundles: list[set[int]] = []
    for group in groups:
        members = {table.row[one] for one in group if one in table.row}
        for met in [one for one in bundles if one & members]:
            bundles.remove(met)
            members |= met
        if members:
            bundles.append(members)
    return sorted(tuple(sorted(one)) for one in bundles)


def exact_plan(
    table: Table,
    bundles: list[tuple[int, ...]],
    seat: list[int],
    goals: list[int],
    start: list[int],
    *,
    gap: float = GAP,
) -> Plan | Infeasible:
    """The plan by kinds, or why there is none.

    `seat`: seats worth keeping; `start`: a seating whose choice of classes per mentor is tried first, which
    makes the search short. `gap`: how far from the best plan the search may stop, as a share.
    """
    try:
        for opened in (_opened(table, start), {}):
            kinds = kinds_of(table, bundles, seat, opened)
            plan = plan_quotas(table, kinds, goals, gap=gap)
            if plan is not None:
                return list(zip(kinds, plan, strict=True))
    except SearchLimitError:
        counted: dict[str, Value] = {
            "students": len(table.students),
            "seats": sum(table.most),
            "minimum": sum(table.least),
        }
        return Infeasible((Finding("search_limit", {"seconds": SECONDS, **counted}),))
    return Infeasible(conflict(table))


def rough_plan(table: Table, bundles: list[tuple[int, ...]], seat: list[int], goals: list[int]) -> Plan | None:
    """A plan that leaves keeping apart and category caps to exchanges; None when that cannot be had."""
    kinds = kinds_of(table, bundles, seat, mended=True)
    loose = frozenset({"apart", "category_cap"})
    for on_goal in (True, False):
        try:
            plan = plan_quotas(table, kinds, goals, loose, on_goal=on_goal, seconds=SECONDS / 2)
        except SearchLimitError:
            continue
        if plan is not None:
            return list(zip(kinds, plan, strict=True))
    return None


def _opened(table: Table, start: list[int]) -> dict[int, frozenset[str]]:
    """Mentors who have reached the limit on classes in this seating, with their classes."""
    if not limits_classes(table):
        return {}
    groups: dict[int, list[int]] = {}
    for student, mentor in enumerate(start):
        groups.setdefault(mentor, []).append(student)
    limit = table.problem.rules.max_classes_per_mentor or 0
    classes = {mentor: classes_of(table, group) for mentor, group in groups.items()}
    return {mentor: names for mentor, names in classes.items() if len(names) >= limit}
