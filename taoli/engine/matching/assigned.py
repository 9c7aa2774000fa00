"""Assigned mode: nobody chooses. Balanced loads, alike groups, whole study groups or dormitory rooms."""

from taoli.engine.matching.board import NOWHERE
from taoli.engine.matching.bundles import Plan, bundles_of, exact_plan, rough_plan
from taoli.engine.matching.claims import chosen, heard, pin_units
from taoli.engine.matching.deal import deal, strips
from taoli.engine.matching.goals import goals_of
from taoli.engine.matching.mend import mend
from taoli.engine.matching.obstacles import obstacles
from taoli.engine.matching.prepare import Table, tabulate
from taoli.engine.matching.result import assigned_matching, of_units
from taoli.engine.matching.types import Infeasible, Outcome, Problem
from taoli.engine.matching.units import homeroom_seats, place_units


def solve_assigned(problem: Problem) -> Outcome:
    """Loads as near to the targets as the rules allow; units go whole, to their homeroom mentor if it fits.

    Students of a class are dealt by layer and gender, so that the groups of a class are alike. Raises
    ValueError when an id stands twice.
    """
    table = tabulate(heard(problem))
    found = obstacles(table)
    if found:
        return Infeasible(found)
    if chosen(problem):
        return _claimed(table)
    seat = _unit_seats(table) if problem.units else _student_seats(table)
    return seat if isinstance(seat, Infeasible) else assigned_matching(table, seat)


def _claimed(table: Table) -> Outcome:
    """Units that chose or were claimed, and those with them, first; then everybody else by balance."""
    pinned = pin_units(table)
    outcome = pinned if isinstance(pinned, Infeasible) else solve_assigned(pinned)
    return outcome if isinstance(outcome, Infeasible) else of_units(table, outcome)


def _student_seats(table: Table) -> list[int] | Infeasible:
    """Classes laid along the mentors where no rule binds single students; else a plan; then exchanges."""
    rules, goals = table.problem.rules, goals_of(table)
    bundles = bundles_of(table, rules.together)
    nowhere = [NOWHERE] * len(table.students)
    plan: Plan | None
    plan, fits = strips(table, goals)
    if not fits or rules.teaches_class or bundles or table.pins:
        plan = rough_plan(table, bundles, nowhere, goals)
    if plan is None:
        return _exact(table, bundles, nowhere, goals, nowhere)
    start = deal(table, plan)
    seat = mend(table, start, bundles)
    return _exact(table, bundles, nowhere, goals, start) if seat is None else seat


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
    return _exact(table, bundles, liked, goals, board.seat)


def _exact(
    table: Table, bundles: list[tuple[int, ...]], liked: list[int], goals: list[int], start: list[int]
) -> list[int] | Infeasible:
    plan = exact_plan(table, bundles, liked, goals, start)
    return plan if isinstance(plan, Infeasible) else deal(table, plan)
