"""The exact repair: how many students of each kind each mentor gets, by mixed integer programming (HiGHS).

Students alike for every rule (same class, same capped categories) are one kind, so the programme stays
small and the choice inside a kind is left to deferred acceptance, which keeps it free of justified envy.
Students under a rule of their own, and units, are kinds of one that go to one mentor as a whole.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from taoli.engine.matching.prepare import Table

MOVE_PRICE = 100
OFF_GOAL_PRICE = 1
NODES = 20_000
GAP = 0.005


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


@dataclass(slots=True)
class Model:
    """Rows and columns of the programme while it is written."""

    cost: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integer: list[int] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def column(self, cost: float, upper: float, integer: int = 1) -> int:
        self.cost.append(cost)
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.cost) - 1

    def line(self, terms: Iterable[tuple[int, float]], low: float, high: float) -> None:
        self.entries += [(len(self.low), column, factor) for column, factor in terms]
        self.low.append(low)
        self.high.append(high)


def plan_quotas(
    table: Table, kinds: list[Kind], goals: list[int], without: frozenset[str] = frozenset()
) -> list[dict[int, int]] | None:
    """For each kind: mentor → how many. None when no plan keeps the rules (or none was found in the limit).

    `worth` of a kind: mentor → how many members now sit there (each kept one saves a move). `without`: rules
    left out, to find which of them conflict: "minimum", "class_limit", "category_cap", "apart", "together".
    """
    model = Model()
    amount = [_amounts(model, kind) for kind in kinds]
    _loads(model, table, kinds, amount, goals, without)
    if "class_limit" not in without:
        _class_limits(model, table, kinds, amount)
    if "category_cap" not in without:
        _category_caps(model, table, kinds, amount)
    if "apart" not in without:
        _apart(model, table, kinds, amount)
    found = _solve(model)
    if found is None:
        return None
    return [{m: round(found[c]) for m, c in columns.items() if round(found[c])} for columns in amount]


def _amounts(model: Model, kind: Kind) -> dict[int, int]:
    columns: dict[int, int] = {}
    for mentor in kind.allowed:
        worth = kind.worth.get(mentor, 0)
        price = -MOVE_PRICE * worth if kind.whole else 0
        columns[mentor] = model.column(price, kind.count)
        if worth and not kind.whole:
            kept = model.column(-MOVE_PRICE, worth, integer=0)
            model.line([(kept, 1), (columns[mentor], -1)], -np.inf, 0)
    model.line([(column, 1) for column in columns.values()], kind.count, kind.count)
    return columns


def _loads(
    model: Model,
    table: Table,
    kinds: list[Kind],
    amount: list[dict[int, int]],
    goals: list[int],
    without: frozenset[str],
) -> None:
    terms: dict[int, list[tuple[int, float]]] = {m: [] for m in range(len(table.mentors))}
    for kind, columns in zip(kinds, amount, strict=True):
        for mentor, column in columns.items():
            terms[mentor].append((column, kind.size))
    for mentor, line in terms.items():
        least = 0 if "minimum" in without else table.least[mentor]
        model.line(line, least, table.most[mentor])
        off = model.column(OFF_GOAL_PRICE, np.inf, integer=0)
        model.line([*line, (off, -1)], -np.inf, goals[mentor])
        model.line([*line, (off, 1)], goals[mentor], np.inf)


def _class_limits(model: Model, table: Table, kinds: list[Kind], amount: list[dict[int, int]]) -> None:
    limit = table.problem.rules.max_classes_per_mentor
    if limit is None or not limits_classes(table):
        return
    used: dict[tuple[int, str], int] = {}
    for kind, columns in zip(kinds, amount, strict=True):
        for name in sorted({table.students[one].class_id for one in kind.members} - {""}):
            for mentor, column in columns.items():
                if (mentor, name) not in used:
                    used[mentor, name] = model.column(0, 1)
                bound = min(kind.count, table.most[mentor])
                model.line([(column, 1), (used[mentor, name], -bound)], -np.inf, 0)
    for mentor in range(len(table.mentors)):
        line = [(column, 1.0) for (owner, _name), column in used.items() if owner == mentor]
        model.line(line, 0, limit)


def _category_caps(model: Model, table: Table, kinds: list[Kind], amount: list[dict[int, int]]) -> None:
    for name, cap in sorted(table.problem.rules.category_cap.items()):
        terms: dict[int, list[tuple[int, float]]] = {}
        for kind, columns in zip(kinds, amount, strict=True):
            having = sum(name in table.students[one].categories for one in kind.members)
            for mentor, column in columns.items() if having else ():
                terms.setdefault(mentor, []).append((column, having if kind.whole else 1))
        for line in terms.values():
            model.line(line, 0, cap)


def _apart(model: Model, table: Table, kinds: list[Kind], amount: list[dict[int, int]]) -> None:
    for apart in table.problem.rules.apart:
        members = {table.row[one] for one in apart if one in table.row}
        terms: dict[int, list[tuple[int, float]]] = {}
        for kind, columns in zip(kinds, amount, strict=True):
            inside = len(members & set(kind.members))
            for mentor, column in columns.items() if inside else ():
                terms.setdefault(mentor, []).append((column, inside))
        for line in terms.values():
            model.line(line, 0, 1)


def _solve(model: Model) -> list[float] | None:
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    if not model.cost:
        return []
    rows, columns, factors = zip(*model.entries, strict=True)
    matrix = csr_array((factors, (rows, columns)), shape=(len(model.low), len(model.cost)))
    answer = milp(
        c=model.cost,
        integrality=model.integer,
        bounds=Bounds(0, model.upper),
        constraints=LinearConstraint(matrix, model.low, model.high),
        options={"node_limit": NODES, "mip_rel_gap": GAP},
    )
    return None if answer.x is None else list(answer.x)


def kinds_of(table: Table, bundles: list[tuple[int, ...]], seat: list[int]) -> list[Kind]:
    """The kinds of a problem: bundles and students under a rule of their own first, then the classes.

    `seat`: where students sit now (-1 nowhere), which is worth keeping.
    """
    alone = {table.row[one] for apart in table.problem.rules.apart for one in apart if one in table.row}
    taken = {one for bundle in bundles for one in bundle}
    single = sorted((alone | table.pins.keys()) - taken)
    kinds = [_whole(table, members, seat) for members in [*bundles, *((one,) for one in single)]]
    alike: dict[tuple[str, tuple[int, ...], tuple[str, ...]], list[int]] = {}
    capped = table.problem.rules.category_cap.keys()
    limited = limits_classes(table)
    for student, one in enumerate(table.students):
        if student not in taken and student not in single:
            allowed = tuple(sorted(table.eligible[one.class_id]))
            key = (one.class_id if limited else "", allowed, tuple(sorted(one.categories & capped)))
            alike.setdefault(key, []).append(student)
    for (_name, allowed, _categories), members in sorted(alike.items()):
        worth = Counter(seat[one] for one in members if seat[one] >= 0)
        kinds.append(Kind(tuple(members), allowed, whole=False, worth=worth))
    return kinds


def limits_classes(table: Table) -> bool:
    """Could the limit on classes per mentor be reached at all?"""
    limit = table.problem.rules.max_classes_per_mentor
    return limit is not None and len({one.class_id for one in table.students} - {""}) > limit


def _whole(table: Table, members: tuple[int, ...], seat: list[int]) -> Kind:
    pinned = {table.pins[one] for one in members if one in table.pins}
    allowed = pinned or frozenset.intersection(
        *(table.eligible[table.students[one].class_id] for one in members)
    )
    room = [m for m in sorted(allowed) if len(members) <= table.most[m]]
    worth = Counter(seat[one] for one in members if seat[one] >= 0)
    return Kind(members, tuple(room), whole=True, worth=worth)
