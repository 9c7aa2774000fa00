"""The first allocation: deferred acceptance on the wishes alone, with the limit on classes made static.

A limit on classes per mentor would make acceptance depend on who else applies. So a mentor whom more
classes want than the limit allows is opened to the classes with most students among those accepted, and
acceptance runs again; the result is stable for these open classes, which stand on the certificate.
"""

from collections import Counter

import numpy as np

from taoli.engine.matching.acceptance import deferred_acceptance
from taoli.engine.matching.board import Board, class_open, new_board, put, settle
from taoli.engine.matching.lottery import draw
from taoli.engine.matching.prepare import Table, priority

NEVER = np.iinfo(np.int64).max


def first_allocation(table: Table) -> Board:
    """Deferred acceptance until no mentor holds more classes than the limit."""
    opened: dict[int, frozenset[str]] = {}
    widened: set[int] = set()
    while True:
        board = _accept(table, opened)
        changed = _restrict(board, opened)
        if not changed:
            changed = _widen(board, opened, widened)
        if not changed:
            return board


def _accept(table: Table, opened: dict[int, frozenset[str]]) -> Board:
    board = new_board(table, opened)
    rules = table.problem.rules
    asking = [s for s in range(len(table.students)) if s not in table.pins]
    if board.foes or rules.category_cap:
        settle(board, asking, [])
    else:
        _accept_arrays(board, asking)
    return board


def _accept_arrays(board: Board, asking: list[int]) -> None:
    table = board.table
    seats = [room - len(group) for room, group in zip(board.room, board.held, strict=True)]
    got = accept_among(table, asking, seats, board)
    for student, column in zip(asking, got, strict=True):
        board.step[student] = column if column >= 0 else len(table.wishes[student])
        if column >= 0:
            put(board, student, table.wishes[student][column])


def accept_among(table: Table, asking: list[int], seats: list[int], board: Board | None = None) -> list[int]:
    """Deferred acceptance among these students for these seats: the wish each gets, by index, or -1.

    A board closes mentors to the classes they are not open to.
    """
    width = max((len(table.wishes[s]) for s in asking), default=0)
    wishes = np.full((len(asking), width), -1, dtype=np.int64)
    turn = np.full((len(asking), width), NEVER, dtype=np.int64)
    base = len(table.students) + 1
    for line, student in enumerate(asking):
        for column, mentor in enumerate(table.wishes[student]):
            wishes[line, column] = mentor
            if board is None or class_open(board, student, mentor):
                level, place = priority(table, mentor, student)
                turn[line, column] = level * base + place
    got: list[int] = deferred_acceptance(wishes, turn, np.array(seats, dtype=np.int64)).tolist()
    return got


def _classes(board: Board, students: list[int]) -> Counter[str]:
    names = (board.table.students[one].class_id for one in students)
    return Counter(name for name in names if name)


def _restrict(board: Board, opened: dict[int, frozenset[str]]) -> bool:
    """Close mentors over the limit to all but the classes of their pins, then the most accepted ones."""
    limit = board.table.problem.rules.max_classes_per_mentor
    changed = False
    for mentor, group in enumerate(board.held):
        count = _classes(board, group)
        if limit is None or len(count) <= limit:
            continue
        kept = set(_classes(board, [one for one in group if one in board.table.pins]))
        kept.update(_most_wanted(board, mentor, count, kept, limit))
        opened[mentor] = frozenset(kept)
        changed = True
    return changed


def _widen(board: Board, opened: dict[int, frozenset[str]], widened: set[int]) -> bool:
    """Once per mentor: an open class that sends nobody gives way to one that would."""
    table = board.table
    limit = table.problem.rules.max_classes_per_mentor or 0
    changed = False
    for mentor in sorted(opened.keys() - widened):
        present = set(_classes(board, board.held[mentor]))
        if len(present) >= limit:
            continue
        shut_out = [
            s
            for s in range(len(table.students))
            if mentor in table.wishes[s][: board.step[s]] and not class_open(board, s, mentor)
        ]
        widened.add(mentor)
        more = _most_wanted(board, mentor, _classes(board, shut_out), present, limit)
        if more:
            opened[mentor] = frozenset(present | set(more))
            changed = True
    return changed


def _most_wanted(board: Board, mentor: int, count: Counter[str], kept: set[str], limit: int) -> list[str]:
    table = board.table
    order = sorted(
        count.keys() - kept,
        key=lambda name: (-count[name], draw(table.problem.seed, "class", table.mentors[mentor].id, name)),
    )
    return order[: max(limit - len(kept), 0)]
