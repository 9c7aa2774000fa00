"""Units that choose or are claimed: most claims served, then the units' wishes, then even loads, then the lottery.

Nobody is first because of an early click: a unit claimed by several mentors goes where most claims are served
and loads stay even; what is then still open is drawn.
"""

from collections.abc import Mapping
from dataclasses import replace

from taoli.engine.matching.bundles import bundles_of
from taoli.engine.matching.core import conflict
from taoli.engine.matching.goals import goals_of
from taoli.engine.matching.lottery import draw
from taoli.engine.matching.prepare import Table
from taoli.engine.matching.programme import SLACK, Model, solve
from taoli.engine.matching.quotas import (
    GAP,
    SECONDS,
    Amounts,
    Kind,
    kinds_of,
    write_amounts,
    write_loads,
    write_rules,
)
from taoli.engine.matching.types import Infeasible, Problem, Unit


def heard(problem: Problem) -> Problem:
    """The problem in which a unit's wishes are those of its members."""
    wishes = {one: unit.wishes for unit in problem.units if unit.wishes for one in unit.student_ids}
    if not wishes:
        return problem
    students = (replace(one, wishes=wishes.get(one.id, one.wishes)) for one in problem.students)
    return replace(problem, students=tuple(students))


def chosen(problem: Problem) -> bool:
    """Has any unit been claimed, or does any unit wish?"""
    return any(unit.claimed_by or unit.wishes for unit in problem.units)


def pin_units(table: Table) -> Problem | Infeasible:
    """The problem without units: their members are pinned where the units go, which leaves seats for all others."""
    seat = _seats(table)
    if isinstance(seat, Infeasible):
        return seat
    problem = table.problem
    pins = {table.students[s].id: (table.mentors[m].id, "") for s, m in seat.items()}
    rules = replace(problem.rules, pinned={**pins, **problem.rules.pinned})
    return replace(problem, rules=rules, units=())


def claim_terms(table: Table, kinds: list[Kind], amount: Amounts) -> dict[int, int]:
    """Column → how many claims it serves."""
    serves: dict[int, int] = {}
    for unit, columns in _units_at(table, kinds, amount):
        for name in sorted(set(unit.claimed_by) & table.column.keys()):
            for column in columns.get(table.column[name], ()):
                serves[column] = serves.get(column, 0) + 1
    return serves


def keep_claims(model: Model, serves: Mapping[int, int], seconds: float) -> bool:
    """Find how many claims can be served at most and demand that many from now on; False when nothing is possible."""
    if not serves:
        return True
    return _demand(model, {column: -count for column, count in serves.items()}, 0.0, seconds) is not None


def _seats(table: Table) -> dict[int, int] | Infeasible:
    problem = table.problem
    bundles = bundles_of(table, [*(unit.student_ids for unit in problem.units), *problem.rules.together])
    kinds = kinds_of(table, bundles, [-1] * len(table.students))
    model = Model()
    amount = write_amounts(model, kinds)
    write_rules(model, table, kinds, amount)
    loads = dict.fromkeys(write_loads(model, kinds, amount, goals_of(table)), 1.0)
    values: list[float] | None = None
    for cost, gap in (
        ({column: -count for column, count in claim_terms(table, kinds, amount).items()}, 0.0),
        (_ranks(table, kinds, amount), 0.0),
        (loads | _homerooms(table, kinds, amount), GAP),
        (_lots(table, kinds, amount), 0.0),
    ):
        values = _demand(model, cost, gap, SECONDS)
        if values is None:
            return Infeasible(conflict(table))
    return _read(table, kinds, amount, values or [])


def _demand(model: Model, cost: Mapping[int, float], gap: float, seconds: float) -> list[float] | None:
    """Minimise this cost alone, then keep it from rising; the model's own costs stay as they are."""
    aim = [cost.get(column, 0.0) for column in range(len(model.cost))]
    answer = solve(replace(model, cost=aim), gap=gap, seconds=seconds)
    if answer.values is not None and cost:
        model.line([(column, float(price)) for column, price in cost.items()], -float("inf"), answer.cost + SLACK)
    return answer.values


def _units_at(table: Table, kinds: list[Kind], amount: Amounts) -> list[tuple[Unit, dict[int, list[int]]]]:
    at = {one: columns for kind, columns in zip(kinds, amount, strict=True) for one in kind.members}
    first = ((unit, [one for one in unit.student_ids if one in table.row]) for unit in table.problem.units)
    return [(unit, at[table.row[known[0]]]) for unit, known in first if known]


def _ranks(table: Table, kinds: list[Kind], amount: Amounts) -> dict[int, float]:
    """A tier lower costs 1 for each unit; outside its wishes is one tier below the last."""
    cost: dict[int, float] = {}
    for unit, columns in _units_at(table, kinds, amount):
        for mentor, here in columns.items() if unit.wishes else ():
            name = table.mentors[mentor].id
            tier = next((place for place, tier in enumerate(unit.wishes) if name in tier), len(unit.wishes))
            cost |= {column: cost.get(column, 0) + tier for column in here}
    return cost


def _homerooms(table: Table, kinds: list[Kind], amount: Amounts) -> dict[int, float]:
    """As dear as two students off the goal: a homeroom mentor first takes units of the own class."""
    return {
        column: -2.0
        for unit, columns in _units_at(table, kinds, amount)
        if unit.homeroom_mentor in table.column
        for column in columns.get(table.column[unit.homeroom_mentor], ())
    }


def _lots(table: Table, kinds: list[Kind], amount: Amounts) -> dict[int, float]:
    cost: dict[int, float] = {}
    for unit, columns in _units_at(table, kinds, amount):
        drawn = sorted(columns, key=lambda m: draw(table.problem.seed, "claim", unit.id, table.mentors[m].id))
        for place, mentor in enumerate(drawn):
            cost |= dict.fromkeys(columns[mentor], float(place))
    return cost


def _read(table: Table, kinds: list[Kind], amount: Amounts, values: list[float]) -> dict[int, int]:
    inside = {table.row[one] for unit in table.problem.units for one in unit.student_ids if one in table.row}
    return {
        one: mentor
        for kind, columns in zip(kinds, amount, strict=True)
        for mentor, here in columns.items()
        if round(values[here[0]])
        for one in kind.members
        if kind.whole and one in inside
    }
