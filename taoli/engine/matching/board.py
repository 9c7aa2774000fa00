"""The seats while they are being dealt: who sits where, and whom a mentor can still take under the rules."""

from collections import Counter
from dataclasses import dataclass, field

from taoli.engine.matching.lottery import draw
from taoli.engine.matching.prepare import Table, priority

NOWHERE = -1


@dataclass(slots=True)
class Board:
    """Seats by index. `room`: seats in force (≤ maximum); `opened`: mentors closed to all but these classes.

    `limit_now`: a mentor who has reached the limit on classes is closed to all others from now on.
    """

    table: Table
    seat: list[int]
    step: list[int]
    held: list[list[int]]
    room: list[int]
    opened: dict[int, frozenset[str]] = field(default_factory=dict)
    limit_now: bool = False
    capped: tuple[tuple[str, ...], ...] = ()
    foes: dict[int, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Undo:
    """One placement to take back: the mentor's group before it, who came and who had to go."""

    mentor: int
    group: list[int]
    student: int
    gone: list[int]
    room: int | None = None


def new_board(table: Table, opened: dict[int, frozenset[str]]) -> Board:
    """An empty board on which only the pinned students sit."""
    rules = table.problem.rules
    board = Board(
        table=table,
        seat=[NOWHERE] * len(table.students),
        step=[0] * len(table.students),
        held=[[] for _ in table.mentors],
        room=list(table.most),
        opened=dict(opened),
        capped=tuple(tuple(sorted(one.categories & rules.category_cap.keys())) for one in table.students),
        foes=_foes(table),
    )
    for student, mentor in sorted(table.pins.items()):
        put(board, student, mentor)
    return board


def _foes(table: Table) -> dict[int, frozenset[int]]:
    foes: dict[int, frozenset[int]] = {}
    for group in table.problem.rules.apart:
        members = frozenset(table.row[one] for one in group if one in table.row)
        for one in members:
            foes[one] = foes.get(one, frozenset()) | (members - {one})
    return foes


def put(board: Board, student: int, mentor: int) -> None:
    board.seat[student] = mentor
    board.held[mentor].append(student)


def lift(board: Board, student: int) -> None:
    board.held[board.seat[student]].remove(student)
    board.seat[student] = NOWHERE


def class_open(board: Board, student: int, mentor: int) -> bool:
    name = board.table.students[student].class_id
    return not name or mentor not in board.opened or name in board.opened[mentor]


def class_fits(board: Board, student: int, mentor: int, group: list[int]) -> bool:
    """Would the mentor stay within the limit on classes?"""
    limit = board.table.problem.rules.max_classes_per_mentor
    name = board.table.students[student].class_id
    if limit is None or not name:
        return True
    if not class_open(board, student, mentor):
        return False
    present = {board.table.students[one].class_id for one in group} - {""}
    return name in present or len(present) < limit


def rules_fit(board: Board, student: int, group: list[int]) -> bool:
    """Would the group keep the category caps and the pairs to be kept apart?"""
    foes = board.foes.get(student)
    if foes and not foes.isdisjoint(group):
        return False
    if not board.capped[student]:
        return True
    caps = board.table.problem.rules.category_cap
    count = Counter(name for one in group for name in board.capped[one])
    return all(count[name] < caps[name] for name in board.capped[student])


def takes(board: Board, student: int, mentor: int) -> bool:
    """Can the mentor take one more student, this one, as things stand?"""
    group = board.held[mentor]
    return (
        len(group) < board.room[mentor]
        and mentor in board.table.eligible[board.table.students[student].class_id]
        and class_fits(board, student, mentor, group)
        and rules_fit(board, student, group)
    )


def choose(board: Board, mentor: int, group: list[int]) -> tuple[list[int], list[int]]:
    """Who stays of this group and who is turned away: pins first, then by mark and lottery while rules fit."""
    table = board.table
    stay = [one for one in group if one in table.pins]
    rest = sorted((one for one in group if one not in table.pins), key=lambda one: priority(table, mentor, one))
    gone: list[int] = []
    for one in rest:
        fits = len(stay) < board.room[mentor] and rules_fit(board, one, stay)
        (stay if fits else gone).append(one)
    return stay, gone


def settle(board: Board, asking: list[int], undo: list[Undo]) -> None:
    """Deferred acceptance from the present board: each asks on down the wishes until nobody is left to ask.

    `undo` receives what it takes to step back, newest last.
    """
    queue = sorted(asking, reverse=True)
    while queue:
        student = queue.pop()
        wishes = board.table.wishes[student]
        while board.step[student] < len(wishes):
            mentor = wishes[board.step[student]]
            group = board.held[mentor]
            if _hears(board, student, mentor):
                stay, gone = choose(board, mentor, [*group, student])
                if student not in gone:
                    undo.append(Undo(mentor, group, student, gone))
                    board.held[mentor] = stay
                    board.seat[student] = mentor
                    _send_on(board, gone)
                    queue.extend(gone)
                    break
            undo.append(Undo(NOWHERE, [], student, []))
            board.step[student] += 1


def release(board: Board, mentor: int, undo: list[Undo]) -> None:
    """Take one seat of a full group out of force and let its last student go on asking."""
    group = board.held[mentor]
    room = board.room[mentor]
    board.room[mentor] = len(group) - 1
    stay, gone = choose(board, mentor, group)
    undo.append(Undo(mentor, group, NOWHERE, gone, room))
    board.held[mentor] = stay
    _send_on(board, gone)
    settle(board, gone, undo)


def step_back(board: Board, undo: list[Undo]) -> None:
    """Restore the board as it was before these entries."""
    for entry in reversed(undo):
        if entry.mentor == NOWHERE:
            board.step[entry.student] -= 1
            continue
        board.held[entry.mentor] = entry.group
        if entry.student != NOWHERE:
            board.seat[entry.student] = NOWHERE
        for one in entry.gone:
            board.seat[one] = entry.mentor
            board.step[one] -= 1
        if entry.room is not None:
            board.room[entry.mentor] = entry.room


def _hears(board: Board, student: int, mentor: int) -> bool:
    if board.limit_now:
        return class_fits(board, student, mentor, board.held[mentor])
    return class_open(board, student, mentor)


def _send_on(board: Board, gone: list[int]) -> None:
    for one in gone:
        board.seat[one] = NOWHERE
        board.step[one] += 1


def shortfall(board: Board, mentor: int) -> int:
    return max(board.table.least[mentor] - len(board.held[mentor]), 0)


def spread_key(board: Board, mentor: int) -> tuple[float, bytes]:
    """Whose turn it is to receive a student nobody has claimed: the emptiest against the target first."""
    one = board.table.mentors[mentor]
    aim = one.target or board.table.most[mentor]
    return len(board.held[mentor]) / max(aim, 1), draw(board.table.problem.seed, "spread", one.id)
