"""Keeping apart and within category caps by exchanging classmates: loads, classes and bundles stay as they are."""

from taoli.engine.matching.board import Board, lift, new_board, put, rules_fit
from taoli.engine.matching.lottery import draw
from taoli.engine.matching.prepare import Table


def mend(table: Table, seat: list[int], bundles: list[tuple[int, ...]]) -> list[int] | None:
    """The seating after exchanges between students of one class, or None when some rule stays broken."""
    board = new_board(table, {})
    for student, mentor in enumerate(seat):
        if student not in table.pins:
            put(board, student, mentor)
    fixed = table.pins.keys() | {one for bundle in bundles if len(bundle) > 1 for one in bundle}
    for student in range(len(seat)):
        if not _fits(board, student) and (student in fixed or not _exchange(board, student, fixed)):
            return None
    return board.seat


def _fits(board: Board, student: int) -> bool:
    group = [one for one in board.held[board.seat[student]] if one != student]
    return rules_fit(board, student, group)


def _exchange(board: Board, student: int, fixed: set[int]) -> bool:
    table = board.table
    name, seed = table.students[student].class_id, table.problem.seed
    classmates = [
        one
        for one, other in enumerate(table.students)
        if other.class_id == name and one not in fixed and board.seat[one] != board.seat[student]
    ]
    for partner in sorted(classmates, key=lambda one: draw(seed, "mend", table.students[one].id)):
        here, there = board.seat[student], board.seat[partner]
        _swap(board, student, partner, here, there)
        if _fits(board, student) and _fits(board, partner):
            return True
        _swap(board, partner, student, here, there)
    return False


def _swap(board: Board, leaving: int, coming: int, here: int, there: int) -> None:
    lift(board, leaving)
    lift(board, coming)
    put(board, leaving, there)
    put(board, coming, here)
