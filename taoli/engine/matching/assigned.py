"""Assigned mode: nobody chooses. Balanced loads, alike groups, whole study groups or dormitory rooms."""

from taoli.engine.matching.bundles import bundles_of, conflict, exact_plan
from taoli.engine.matching.deal import deal, strips
from taoli.engine.matching.goals import goals_of
from taoli.engine.matching.obstacles import obstacles
from taoli.engine.matching.prepare import Table, tabulate
from taoli.engine.matching.result import assigned_matching
from taoli.engine.matching.types import Infeasible, Outcome, Problem
from taoli.engine.matching.units import homeroom_seats, place_units


def solve_assigned(problem: Problem) -> Outcome:
    """Loads as near to the targets as the rules allow; units go whole, to their homeroom mentor if it fits.

    Students of a class are dealt by layer and gender, so that the groups of a class are alike. Raises
    ValueError when an id stands twice.
    """
    table = tabulate(problem)
    found = obstacles(table)
    if found:
        return Infeasible(found)
    seat = _unit_seats(table) if problem.units else _student_seats(table)
    return seat if isinstance(seat, Infeasible) else assigned_matching(table, seat)


def _student_seats(table: Table) -> list[int] | Infeasible:
    """Without rules of their own classes are laid along the mentors; else the exact plan decides."""
    rules, goals = table.problem.rules, goals_of(table)
    special = rules.teaches_class or rules.category_cap or rules.apart or rules.together or table.pins
    plan = None if special else strips(table, goals)
    if plan is not None:
        return deal(table, plan)
    bundles = bundles_of(table, rules.together)
    return _exact(table, bundles, [-1] * len(table.students), goals)


def _unit_seats(table: Table) -> list[int] | Infeasible:
    goals = goals_of(table)
    units = (unit.student_ids for unit in table.problem.units)
    bundles = bundles_of(table, [*units, *table.problem.rules.together])
    inside = {one for bundle in bundles for one in bundle}
    alone = [(one,) for one in range(len(table.students)) if one not in inside]
    board = homeroom_seats(table, bundles, goals)
    liked = list(board.seat)
    if place_units(board, [*bundles, *alone], goals):
        return board.seat
    return _exact(table, bundles, liked, goals)


def _exact(
    table: Table, bundles: list[tuple[int, ...]], liked: list[int], goals: list[int]
) -> list[int] | Infeasible:
    plan = exact_plan(table, bundles, liked, goals)
    if plan is None:
        return Infeasible((conflict(table, bundles, liked, goals),))
    return deal(table, plan)
