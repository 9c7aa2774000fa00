"""The exact repair: how many students of each kind each mentor gets, by mixed integer programming (HiGHS).

Students alike for every rule (same class, same capped categories) are one kind, so the programme stays
small and the choice inside a kind is left to deferred acceptance, which keeps it free of justified envy.
Students under a rule of their own, and units, are kinds of one that go to one mentor as a whole.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from taoli.engine.matching.prepare import Table
from taoli.engine.matching.programme import Model, solve

MOVE_PRICE = 100
OFF_GOAL_PRICE = 1
GAP = 0.005
SECONDS = 10


Amounts: TypeAlias = list[dict[int, list[int]]]
"""For each kind: mentor → the columns that count its members there."""


class SearchLimitError(Exception):
    """The time ran out before a plan was found or shown to be impossible."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Members alike for every rule. `whole`: they share one mentor; else each takes a seat of its own."""

    members: tuple[int, ...]
    allowed: tuple[int, ...]
    whole: bool
    worth: Mapping[int, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return 1 if self.whole else len(self.members)

    @property
    def size(self) -> int:
        return len(self.members) if self.whole else 1


def plan_quotas(
    table: Table,
    kinds: list[Kind],
    goals: list[int],
    without: frozenset[str] = frozenset(),
    *,
    on_goal: bool = False,
    gap: float = GAP,
    seconds: float = SECONDS,
) -> list[dict[int, int]] | None:
    """For each kind: mentor → how many. None when no plan keeps the rules. Raises SearchLimitError.

    `worth` of a kind: mentor → how many members now sit there (each kept one saves a move). `without`: rules
    left to exchanges afterwards: "category_cap", "apart". `on_goal`: loads must equal the goals, which makes
    a quick first try.
    """
    model = Model()
    amount = write_amounts(model, kinds)
    write_rules(model, table, kinds, amount, without)
    if on_goal:
        for mentor, line in _load_terms(kinds, amount, len(goals)):
            model.line(line, goals[mentor], goals[mentor])
    else:
        write_loads(model, kinds, amount, goals)
    answer = solve(model, gap=gap, seconds=seconds)
    if answer.stopped and answer.values is None:
        raise SearchLimitError
    found = answer.values
    if found is None:
        return None
    return [{m: round(found[c]) for m, (c,) in columns.items() if round(found[c])} for columns in amount]


def write_amounts(model: Model, kinds: list[Kind]) -> Amounts:
    """For each kind: mentor → the column that says how many of it the mentor gets."""
    return [_amounts(model, kind) for kind in kinds]


def write_rules(
    model: Model, table: Table, kinds: list[Kind], amount: Amounts, without: frozenset[str] = frozenset()
) -> None:
    """Write the hard rules. Columns of a kind at a mentor may have been added to `amount`; they count alike."""
    for kind, columns in zip(kinds, amount, strict=True):
        model.line([(column, 1.0) for here in columns.values() for column in here], kind.count, kind.count)
    for mentor, line in _load_terms(kinds, amount, len(table.mentors)):
        model.line(line, table.least[mentor], table.most[mentor])
    _class_limits(model, table, kinds, amount)
    if "category_cap" not in without:
        _category_caps(model, table, kinds, amount)
    if "apart" not in without:
        _apart(model, table, kinds, amount)


def write_loads(model: Model, kinds: list[Kind], amount: Amounts, goals: list[int]) -> list[int]:
    """Price loads off their goals; returns the columns that count how far each is off."""
    columns = []
    for mentor, line in _load_terms(kinds, amount, len(goals)):
        off = model.column(OFF_GOAL_PRICE, np.inf, integer=0)
        model.line([*line, (off, -1)], -np.inf, goals[mentor])
        model.line([*line, (off, 1)], goals[mentor], np.inf)
        columns.append(off)
    return columns


def _amounts(model: Model, kind: Kind) -> dict[int, list[int]]:
    columns: dict[int, list[int]] = {}
    for mentor in kind.allowed:
        worth = kind.worth.get(mentor, 0)
        column = model.column(-MOVE_PRICE * worth if kind.whole else 0, kind.count)
        columns[mentor] = [column]
        if worth and not kind.whole:
            kept = model.column(-MOVE_PRICE, worth, integer=0)
            model.line([(kept, 1), (column, -1)], -np.inf, 0)
    return columns


def _load_terms(kinds: list[Kind], amount: Amounts, mentors: int) -> Iterable[tuple[int, list[tuple[int, float]]]]:
    terms: list[list[tuple[int, float]]] = [[] for _mentor in range(mentors)]
    for kind, columns in zip(kinds, amount, strict=True):
        for mentor, here in columns.items():
            terms[mentor] += [(column, kind.size) for column in here]
    return enumerate(terms)


def _class_limits(model: Model, table: Table, kinds: list[Kind], amount: Amounts) -> None:
    limit = table.problem.rules.max_classes_per_mentor
    if limit is None or not limits_classes(table):
        return
    for used in classes_used(model, table, kinds, amount, more_than=limit).values():
        model.line([(column, 1.0) for column in used], 0, limit)


def classes_used(
    model: Model, table: Table, kinds: list[Kind], amount: Amounts, more_than: int = 1
) -> dict[int, list[int]]:
    """Mentor → columns that are 1 where a class has a seat; only mentors open to more classes than this."""
    pairs: dict[int, dict[str, list[tuple[int, float]]]] = {}
    for kind, columns in zip(kinds, amount, strict=True):
        for name in sorted(classes_of(table, kind.members)):
            for mentor, here in columns.items():
                bounded = ((column, min(model.upper[column], table.most[mentor])) for column in here)
                pairs.setdefault(mentor, {}).setdefault(name, []).extend(bounded)
    return {
        mentor: [_class_used(model, columns, table.most[mentor]) for columns in by_class.values()]
        for mentor, by_class in pairs.items()
        if len(by_class) > more_than
    }


def _class_used(model: Model, columns: list[tuple[int, float]], most: int) -> int:
    used = model.column(0, 1)
    model.line([*((column, 1.0) for column, _bound in columns), (used, -most)], -np.inf, 0)
    for column, bound in columns:
        model.line([(column, 1), (used, -bound)], -np.inf, 0)
    return used


def classes_of(table: Table, students: Iterable[int]) -> frozenset[str]:
    return frozenset(table.students[one].class_id for one in students) - {""}


def _category_caps(model: Model, table: Table, kinds: list[Kind], amount: Amounts) -> None:
    for name, cap in sorted(table.problem.rules.category_cap.items()):
        terms: dict[int, list[tuple[int, float]]] = {}
        for kind, columns in zip(kinds, amount, strict=True):
            having = sum(name in table.students[one].categories for one in kind.members)
            for mentor, here in columns.items() if having else ():
                terms.setdefault(mentor, []).extend((column, having if kind.whole else 1) for column in here)
        for line in terms.values():
            model.line(line, 0, cap)


def _apart(model: Model, table: Table, kinds: list[Kind], amount: Amounts) -> None:
    for apart in table.problem.rules.apart:
        members = {table.row[one] for one in apart if one in table.row}
        terms: dict[int, list[tuple[int, float]]] = {}
        for kind, columns in zip(kinds, amount, strict=True):
            inside = len(members & set(kind.members))
            for mentor, here in columns.items() if inside else ():
                terms.setdefault(mentor, []).extend((column, inside) for column in here)
        for line in terms.values():
            model.line(line, 0, 1)


def kinds_of(
    table: Table,
    bundles: list[tuple[int, ...]],
    seat: list[int],
    opened: Mapping[int, frozenset[str]] | None = None,
    *,
    mended: bool = False,
    traits: Callable[[int], object] = lambda _student: None,
) -> list[Kind]:
    """The kinds of a problem: bundles and students under a rule of their own first, then those alike.

    `seat`: where students sit now (-1 nowhere), which is worth keeping. `opened`: mentors to be used for
    these classes only. `mended`: apart and category caps are left to exchanges afterwards, so kinds are few.
    `traits`: what else makes students unlike.
    """
    apart = () if mended else table.problem.rules.apart
    capped = frozenset[str]() if mended else table.problem.rules.category_cap.keys()
    alone = {table.row[one] for group in apart for one in group if one in table.row}
    taken = {one for bundle in bundles for one in bundle}
    single = sorted((alone | table.pins.keys()) - taken)
    groups = [(members, True) for members in [*bundles, *((one,) for one in single)]]
    groups += [(members, False) for members in _alike(table, taken.union(single), capped, traits)]
    kinds: list[Kind] = []
    for members, whole in groups:
        worth = Counter(seat[one] for one in members if seat[one] >= 0)
        allowed = _allowed(table, members, opened or {}, len(members) if whole else 1)
        kinds.append(Kind(members, allowed, whole=whole, worth=worth))
    return kinds


def _alike(
    table: Table, without: set[int], capped: AbstractSet[str], traits: Callable[[int], object]
) -> list[tuple[int, ...]]:
    alike: dict[tuple[object, ...], list[int]] = {}
    limited = limits_classes(table)
    for student, one in enumerate(table.students):
        if student not in without:
            eligible = tuple(sorted(table.eligible[one.class_id]))
            capped_here = tuple(sorted(one.categories & capped))
            key = (one.class_id if limited else "", eligible, capped_here, traits(student))
            alike.setdefault(key, []).append(student)
    return [tuple(members) for members in sorted(alike.values())]


def _allowed(
    table: Table, members: tuple[int, ...], opened: Mapping[int, frozenset[str]], size: int
) -> tuple[int, ...]:
    names = classes_of(table, members)
    pinned = [frozenset([table.pins[one]]) for one in members if one in table.pins]
    free = [table.eligible[table.students[one].class_id] for one in members if one not in table.pins]
    mentors = frozenset.intersection(*free, *pinned)
    return tuple(
        m for m in sorted(mentors) if size <= table.most[m] and (m not in opened or names <= opened[m] or pinned)
    )


def limits_classes(table: Table) -> bool:
    """Could the limit on classes per mentor be reached at all?"""
    limit = table.problem.rules.max_classes_per_mentor
    return limit is not None and len({one.class_id for one in table.students} - {""}) > limit
