"""Students who go to one mentor as a whole, and the exact plan when dealing one by one does not come out."""

from collections.abc import Iterable

from taoli.engine.matching.prepare import Table
from taoli.engine.matching.quotas import (
    SECONDS,
    Kind,
    SearchLimitError,
    classes_of,
    kinds_of,
    limits_classes,
    plan_quotas,
)
from taoli.engine.matching.types import Finding

Plan = list[tuple[Kind, dict[int, int]]]
ORDER = ("minimum", "class_limit", "category_cap", "apart")


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
    table: Table, bundles: list[tuple[int, ...]], seat: list[int], goals: list[int], start: list[int]
) -> Plan | Finding:
    """The plan by kinds, or why there is none.

    `seat`: seats worth keeping; `start`: a seating whose choice of classes per mentor is tried first, which
    makes the search short.
    """
    try:
        for opened in (_opened(table, start), {}):
            kinds = kinds_of(table, bundles, seat, opened)
            plan = plan_quotas(table, kinds, goals)
            if plan is not None:
                return list(zip(kinds, plan, strict=True))
    except SearchLimitError:
        return Finding("search_limit", {"seconds": SECONDS})
    return _conflict(table, bundles, seat, goals)


def rough_plan(table: Table, bundles: list[tuple[int, ...]], seat: list[int], goals: list[int]) -> Plan | None:
    """A plan that leaves keeping apart and category caps to exchanges; None when that cannot be had."""
    kinds = kinds_of(table, bundles, seat, mended=True)
    loose = frozenset({"apart", "category_cap"})
    for on_goal in (True, False):
        try:
            plan = plan_quotas(table, kinds, goals, loose, on_goal=on_goal)
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


def conflict(table: Table) -> tuple[Finding, ...]:
    from taoli.engine.matching.goals import goals_of
    return (_conflict(table, bundles_of(table, table.problem.rules.together), [-1]*len(table.students), goals_of(table)),)


def _conflict(table: Table, bundles: list[tuple[int, ...]], seat: list[int], goals: list[int]) -> Finding:
    """Which rules cannot hold together: each named one is needed for the conflict (deletion filter)."""
    core: list[str] = []
    loose = frozenset[str]()
    kinds = kinds_of(table, bundles, seat)
    for rule in ORDER:
        if _impossible(table, kinds, goals, loose | {rule}):
            loose |= {rule}
        else:
            core.append(rule)
    if bundles and not _impossible(table, kinds_of(table, [], seat), goals, loose):
        core.append("together")
    return Finding("rules_conflict", {"rules": tuple(core)})


def _impossible(table: Table, kinds: list[Kind], goals: list[int], without: frozenset[str]) -> bool:
    try:
        return plan_quotas(table, kinds, goals, without) is None
    except SearchLimitError:
        return False
