"""Fair mode: deferred acceptance on the wishes, then seats for all, then minimum loads, then the exact repair."""

from taoli.engine.matching.board import Board
from taoli.engine.matching.bundles import Plan, bundles_of, exact_plan
from taoli.engine.matching.claims import heard, pin_units
from taoli.engine.matching.fill import fill
from taoli.engine.matching.first import accept_among, first_allocation
from taoli.engine.matching.goals import goals_of
from taoli.engine.matching.minimum import meet_minimums
from taoli.engine.matching.obstacles import obstacles
from taoli.engine.matching.prepare import Table, priority, tabulate
from taoli.engine.matching.quotas import Kind, limits_classes
from taoli.engine.matching.result import matching_of, of_units
from taoli.engine.matching.types import Infeasible, Outcome, Problem


def solve_fair(problem: Problem) -> Outcome:
    """Student-proposing deferred acceptance with capacities; everybody gets a seat or the findings say why not.

    Mentors are indifferent beyond their marks: the published lottery decides. Students without wishes get the
    seats nobody claimed. Units are seated before, as wholes (`claims`). Raises ValueError when an id stands twice.
    """
    if problem.units:
        return _with_units(problem)
    table = tabulate(problem)
    found = obstacles(table)
    if found:
        return Infeasible(found)
    board = first_allocation(table)
    first = list(board.seat)
    truthful = not _side_rules(table)
    bundles = bundles_of(table, problem.rules.together)
    if meet_minimums(board) and fill(board) and _all_together(board, bundles):
        return matching_of(table, board.seat, first, "moved_minimum", board.opened, truthful=truthful)
    plan = exact_plan(table, bundles, first, goals_of(table), board.seat)
    if isinstance(plan, Infeasible):
        return plan
    seat = _hand_out(table, plan)
    return matching_of(table, seat, first, "moved_rules", {}, truthful=False)


def _with_units(problem: Problem) -> Outcome:
    """Units first, as wholes; then everybody else by the wishes for the seats left."""
    table = tabulate(heard(problem))
    found = obstacles(table)
    pinned = Infeasible(found) if found else pin_units(table)
    outcome = pinned if isinstance(pinned, Infeasible) else solve_fair(pinned)
    return outcome if isinstance(outcome, Infeasible) else of_units(table, outcome)


def _side_rules(table: Table) -> bool:
    """Could a rule make a student's seat depend on more than the wishes and turns? Pins do not."""
    rules = table.problem.rules
    return bool(limits_classes(table) or rules.apart or rules.together or rules.category_cap)


def _all_together(board: Board, bundles: list[tuple[int, ...]]) -> bool:
    return all(len({board.seat[one] for one in bundle}) == 1 for bundle in bundles)


def _hand_out(table: Table, plan: Plan) -> list[int]:
    seat = [-1] * len(table.students)
    for kind, quota in plan:
        for student, mentor in _inside(table, kind, quota):
            seat[student] = mentor
    return seat


def _inside(table: Table, kind: Kind, quota: dict[int, int]) -> list[tuple[int, int]]:
    """Who of a kind gets which of its seats: acceptance by wishes, then the rest in lottery order."""
    if kind.whole:
        (mentor,) = quota
        return [(student, mentor) for student in kind.members]
    left = dict(quota)
    members = list(kind.members)
    got = accept_among(table, members, [quota.get(m, 0) for m in range(len(table.mentors))])
    pairs = [(s, table.wishes[s][column]) for s, column in zip(members, got, strict=True) if column >= 0]
    for _student, mentor in pairs:
        left[mentor] -= 1
    seated = {student for student, _mentor in pairs}
    for student in sorted(set(members) - seated, key=table.place.__getitem__):
        free = [m for m, seats in sorted(left.items()) if seats]
        mentor = min(free, key=lambda m: (priority(table, m, student)[0], -left[m], m))
        left[mentor] -= 1
        pairs.append((student, mentor))
    return pairs
