"""Placing whole units: homeroom mentors take units of their own class first, then the largest unit goes first."""

from taoli.engine.matching.board import (
    NOWHERE,
    Board,
    lift,
    new_board,
    put,
    shortfall,
    spread_key,
    takes,
)
from taoli.engine.matching.lottery import draw
from taoli.engine.matching.prepare import Table

Bundle = tuple[int, ...]


def homeroom_seats(table: Table, bundles: list[Bundle], goals: list[int]) -> Board:
    """Pinned units, then units of a homeroom mentor's own class while the load stays within the goal."""
    board = new_board(table, {})
    board.limit_now = True
    for bundle in _by_size(table, bundles):
        pins = _pinned_to(table, bundle)
        if len(pins) == 1:
            _place(board, bundle, pins[0])
    wanted = _homerooms(table)
    for bundle in _by_size(table, bundles):
        likes = [wanted[one] for one in bundle if one in wanted]
        if not likes or _pinned_to(table, bundle):
            continue
        if len(board.held[likes[0]]) + len(bundle) <= max(goals[likes[0]], len(bundle)):
            _place(board, bundle, likes[0])
    return board


def place_units(board: Board, bundles: list[Bundle], goals: list[int]) -> bool:
    """Place all other units, the emptiest mentor against the goal first. False when a rule or minimum fails."""
    for bundle in _by_size(board.table, bundles):
        if board.seat[bundle[0]] != NOWHERE and _whole(board, bundle):
            continue
        if _pinned_to(board.table, bundle):
            return False
        order = sorted(range(len(goals)), key=lambda m: (len(board.held[m]) - goals[m], spread_key(board, m)))
        if not any(_place(board, bundle, mentor) for mentor in order):
            return False
    return not any(shortfall(board, m) for m in range(len(board.held)))


def _whole(board: Board, bundle: Bundle) -> bool:
    return len({board.seat[one] for one in bundle}) == 1


def _pinned_to(table: Table, bundle: Bundle) -> list[int]:
    return sorted({table.pins[one] for one in bundle if one in table.pins})


def _by_size(table: Table, bundles: list[Bundle]) -> list[Bundle]:
    seed = table.problem.seed
    return sorted(bundles, key=lambda one: (-len(one), draw(seed, "unit", table.students[one[0]].id)))


def _homerooms(table: Table) -> dict[int, int]:
    """Student → the homeroom mentor of the unit."""
    return {
        table.row[one]: table.column[unit.homeroom_mentor]
        for unit in table.problem.units
        for one in unit.student_ids
        if one in table.row and unit.homeroom_mentor in table.column
    }


def _place(board: Board, bundle: Bundle, mentor: int) -> bool:
    """Seat a whole unit with this mentor, or nobody of it."""
    coming = [one for one in bundle if board.seat[one] != mentor]
    for done, one in enumerate(coming):
        if not takes(board, one, mentor):
            for other in coming[:done]:
                lift(board, other)
            return False
        put(board, one, mentor)
    return True
