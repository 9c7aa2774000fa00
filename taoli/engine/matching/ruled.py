"""Mode "ruled": any overlapping rules, and the least cost of the soft wishes, by mixed integer programming.

Students alike for every rule share quota columns; each wish is a column of its own beside the quota. So the
programme has one column per wish and one per kind and mentor, in place of one per student and mentor.
"""

from taoli.engine.matching.assigned import solve_assigned
from taoli.engine.matching.bundles import bundles_of
from taoli.engine.matching.claims import claim_terms, heard, keep_claims
from taoli.engine.matching.core import conflict
from taoli.engine.matching.lottery import draw
from taoli.engine.matching.obstacles import obstacles
from taoli.engine.matching.prepare import Table, tabulate
from taoli.engine.matching.programme import Answer, Model, solve_narrowed
from taoli.engine.matching.quotas import Kind, kinds_of, write_amounts, write_rules
from taoli.engine.matching.result import ruled_matching
from taoli.engine.matching.soft import Softness, traits_of, write_balance, write_wishes
from taoli.engine.matching.types import Infeasible, Outcome, Problem

SECONDS = 60.0


def solve_ruled(problem: Problem, *, seconds: float = SECONDS) -> Outcome:
    """The seating of least cost under every hard rule, or why there is none.

    The certificate has the cost, a bound below which no seating can cost, and the gap; when `seconds` run out
    the best found is kept. Raises ValueError when an id stands twice.
    """
    table = tabulate(heard(problem))
    found = obstacles(table)
    if found:
        return Infeasible(found)
    kinds = _kinds(table)
    model = Model()
    softness = write_wishes(model, table, kinds, write_amounts(model, kinds))
    write_rules(model, table, kinds, softness.amount)
    write_balance(softness, table, kinds)
    serves = claim_terms(table, kinds, softness.amount)
    keep_claims(model, serves, seconds)
    answer = solve_narrowed(model, seconds=seconds)
    if answer.values is None:
        return _without(table, softness, answer)
    seat = _deal(table, kinds, softness, answer.values)
    return ruled_matching(table, seat, softness.constant + answer.bound)


def _kinds(table: Table) -> list[Kind]:
    """Kinds in the order of the lottery, so that a choice between equals does not follow names."""
    rules = table.problem.rules
    units = (unit.student_ids for unit in table.problem.units)
    bundles = bundles_of(table, [*units, *rules.together])
    nowhere = [-1] * len(table.students)
    kinds = kinds_of(table, bundles, nowhere, traits=lambda student: traits_of(table, student))
    drawn = sorted(kinds, key=lambda kind: min(table.place[one] for one in kind.members))
    lot = [draw(table.problem.seed, "slot", one.id) for one in table.mentors]
    return [
        Kind(
            tuple(sorted(kind.members, key=table.place.__getitem__)),
            tuple(sorted(kind.allowed, key=lot.__getitem__)),
            whole=kind.whole or len(kind.members) == 1,
        )
        for kind in drawn
    ]


def _without(table: Table, softness: Softness, answer: Answer) -> Outcome:
    """Nothing was found: there is no seating, or the time ran out and any seating that keeps the rules must do."""
    if not answer.stopped:
        return Infeasible(conflict(table))
    outcome = solve_assigned(table.problem)
    if isinstance(outcome, Infeasible):
        return outcome
    seat = [table.column[outcome.seats[one.id]] for one in table.students]
    return ruled_matching(table, seat, softness.constant + answer.bound)


def _deal(table: Table, kinds: list[Kind], softness: Softness, values: list[float]) -> list[int]:
    seat = [-1] * len(table.students)
    for kind, columns in zip(kinds, softness.amount, strict=True):
        rest = []
        for student in kind.members:
            mine = softness.seated.get(student, {})
            mentor = next((mentor for mentor, column in mine.items() if round(values[column])), None)
            if mentor is None:
                rest.append(student)
            else:
                seat[student] = mentor
        left = {mentor: round(values[here[0]]) * kind.size for mentor, here in columns.items()}
        free = [mentor for mentor, seats in left.items() for _seat in range(seats)]
        for student, mentor in zip(rest, free, strict=True):
            seat[student] = mentor
    return seat
