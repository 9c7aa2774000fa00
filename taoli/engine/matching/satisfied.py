"""Most satisfied: the least total rank, by prices; under rules that leave flow, the exact plan nearest to it."""

from collections.abc import Callable

from taoli.engine.matching.ascent import Seating, cheapest
from taoli.engine.matching.board import NOWHERE
from taoli.engine.matching.bundles import bundles_of, exact_plan
from taoli.engine.matching.check import PROMISE_CODES, check
from taoli.engine.matching.claims import chosen, heard, pin_units
from taoli.engine.matching.goals import goals_of
from taoli.engine.matching.obstacles import obstacles
from taoli.engine.matching.options import Options, hand_out, options_of
from taoli.engine.matching.prepare import Table, tabulate
from taoli.engine.matching.quotas import GAP
from taoli.engine.matching.result import satisfied_matching
from taoli.engine.matching.types import Infeasible, Outcome, Problem


def solve_most_satisfied(problem: Problem) -> Outcome:
    """The seating whose ranks add up to least; a seat outside the wishes counts one more than the last wish.

    The prices on the certificate prove the bound. Where rules beyond loads and eligibility bind, the seating
    keeps them and as many seats of the optimum without them as it can; the bound stays that of the optimum.
    Units that chose or were claimed are seated before, as wholes (`claims`). Raises ValueError when an id stands twice.
    """
    table = tabulate(heard(problem))
    found = obstacles(table)
    if found:
        return Infeasible(found)
    optimum, prices = least_rank(table)
    pinned = pin_units(table) if chosen(problem) else table.problem
    if isinstance(pinned, Infeasible):
        return pinned
    within = tabulate(pinned)
    seat: list[int] | Infeasible = optimum
    if not keeps_rules(within, optimum):
        nowhere = [NOWHERE] * len(optimum)
        seat = within_rules(within, optimum, by_rank, now=nowhere, start=optimum, goals=goals_of(table))
    return seat if isinstance(seat, Infeasible) else satisfied_matching(table, seat, optimum, prices)


def least_rank(table: Table) -> tuple[list[int], dict[str, int]]:
    """Seats of least total rank within loads and eligibility, and the prices by mentor id."""
    seat = [NOWHERE] * len(table.students)
    for student, mentor in table.pins.items():
        seat[student] = mentor
    options = options_of(table, [NOWHERE] * len(seat))
    seating = by_rank(options)
    hand_out(table, options, seating, seat)
    return seat, {one.id: int(price) for one, price in zip(table.mentors, seating.price, strict=True)}


def by_rank(options: Options) -> Seating:
    return cheapest(options.market)


def keeps_rules(table: Table, seat: list[int]) -> bool:
    """Does the seating keep every hard rule, those that leave flow included?"""
    seats = {one.id: table.mentors[seat[s]].id for s, one in enumerate(table.students)}
    return all(one.code in PROMISE_CODES for one in check(table.problem, seats))


def within_rules(
    table: Table,
    seat: list[int],
    choose: Callable[[Options], Seating],
    *,
    now: list[int],
    start: list[int],
    goals: list[int],
    gap: float = GAP,
) -> list[int] | Infeasible:
    """A seating that keeps every rule and as many of these seats as it can; inside a kind the seats are chosen anew.

    `now`: seats that students may want to keep, as in `options_of`; `start`, `goals`, `gap`: as in `exact_plan`.
    """
    units = [unit.student_ids for unit in table.problem.units]
    bundles = bundles_of(table, [*units, *table.problem.rules.together])
    plan = exact_plan(table, bundles, seat, goals, start, gap=gap)
    if isinstance(plan, Infeasible):
        return plan
    ruled = [NOWHERE] * len(seat)
    for kind, quota in plan:
        if kind.whole:
            (mentor,) = quota
            for student in kind.members:
                ruled[student] = mentor
        else:
            loads = [quota.get(m, 0) for m in range(len(table.mentors))]
            options = options_of(table, now, kind.members, (loads, loads))
            hand_out(table, options, choose(options), ruled)
    return ruled
