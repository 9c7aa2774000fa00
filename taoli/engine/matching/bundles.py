"""Students who go to one mentor as a whole, and the exact plan when dealing one by one does not come out."""

from collections.abc import Iterable

from taoli.engine.matching.prepare import Table
from taoli.engine.matching.quotas import Kind, kinds_of, plan_quotas
from taoli.engine.matching.types import Finding

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
    table: Table, bundles: list[tuple[int, ...]], seat: list[int], goals: list[int]
) -> list[tuple[Kind, dict[int, int]]] | None:
    """The plan by kinds, or None when no plan keeps all rules."""
    kinds = kinds_of(table, bundles, seat)
    plan = plan_quotas(table, kinds, goals)
    return None if plan is None else list(zip(kinds, plan, strict=True))


def conflict(table: Table, bundles: list[tuple[int, ...]], seat: list[int], goals: list[int]) -> Finding:
    """Which rules cannot hold together: each named one is needed for the conflict (deletion filter)."""
    core: list[str] = []
    loose = frozenset[str]()
    kinds = kinds_of(table, bundles, seat)
    for rule in ORDER:
        if plan_quotas(table, kinds, goals, loose | {rule}) is None:
            loose |= {rule}
        else:
            core.append(rule)
    if bundles and plan_quotas(table, kinds_of(table, [], seat), goals, loose) is not None:
        core.append("together")
    return Finding("rules_conflict", {"rules": tuple(core)})
