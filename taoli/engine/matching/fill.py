"""Seats for everyone still without one: minimum loads first, then evenly, never taking a seat from anybody."""

from taoli.engine.matching.board import (
    NOWHERE,
    Board,
    class_fits,
    put,
    rules_fit,
    shortfall,
    spread_key,
)
from taoli.engine.matching.prepare import priority


def unseated(board: Board) -> list[int]:
    """Students without a seat, in lottery order."""
    return sorted((s for s, m in enumerate(board.seat) if m == NOWHERE), key=board.table.place.__getitem__)


def fill(board: Board) -> bool:
    """Seat everyone; True when all have a seat and every minimum is met. Changes the board."""
    board.limit_now = True
    order = {m: spread_key(board, m) for m in range(len(board.held))}
    for student in unseated(board):
        mentor = _best_seat(board, student, order)
        if mentor is not None:
            put(board, student, mentor)
            order[mentor] = (spread_key(board, mentor)[0], order[mentor][1])
    return NOWHERE not in board.seat and not any(shortfall(board, m) for m in range(len(board.held)))


def _best_seat(board: Board, student: int, order: dict[int, tuple[float, bytes]]) -> int | None:
    table = board.table
    name = table.students[student].class_id
    limited = bool(name) and table.problem.rules.max_classes_per_mentor is not None
    free = [
        m
        for m in table.eligible[name]
        if len(board.held[m]) < board.room[m]
        and class_fits(board, student, m, board.held[m])
        and rules_fit(board, student, board.held[m])
    ]

    def turn(mentor: int) -> tuple[bool, int, bool, int, tuple[float, bytes]]:
        known = limited and any(table.students[one].class_id == name for one in board.held[mentor])
        wished = table.tiers[student].get(mentor, len(table.students[student].wishes) + 1)
        mark = priority(table, mentor, student)[0]
        return not shortfall(board, mentor), wished, not known, mark, order[mentor]

    return min(free, key=turn, default=None)
