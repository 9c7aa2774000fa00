"""Minimum loads: seats are taken out of force where it costs least, so that no justified envy can arise.

Acceptance under fewer seats is again free of justified envy: whoever is displaced lost the seat to nobody
below. Which seats: the one whose chain moves the fewest students (then the fewest ranks), one after another.
Meeting minima with the fewest moves of all is hard; greedy is our choice and the page says "moved".
"""

from taoli.engine.matching.board import NOWHERE, Board, Undo, release, shortfall, step_back, takes
from taoli.engine.matching.prepare import draw


def meet_minimums(board: Board) -> bool:
    """Free enough students for the mentors below their minimum; False when no single chain helps any more."""
    board.limit_now = True
    while True:
        short = [m for m in range(len(board.held)) if shortfall(board, m)]
        missing = sum(shortfall(board, m) for m in short)
        loose = [s for s, m in enumerate(board.seat) if m == NOWHERE] if short else []
        if missing <= sum(_useful(board, s, short) for s in loose):
            return True
        donor = _cheapest_donor(board, short)
        if donor is None:
            return False
        release(board, donor, [])


def _useful(board: Board, student: int, short: list[int]) -> bool:
    return any(takes(board, student, m) for m in short)


def _cheapest_donor(board: Board, short: list[int]) -> int | None:
    table = board.table
    best: tuple[int, int, bytes, int] | None = None
    for mentor, group in enumerate(board.held):
        free = [one for one in group if one not in table.pins]
        if not free or len(group) <= table.least[mentor]:
            continue
        undo: list[Undo] = []
        release(board, mentor, undo)
        moved, ranks, helped = _outcome(board, undo, short)
        step_back(board, undo)
        if helped:
            turn = (moved, ranks, draw(table.problem.seed, "donor", table.mentors[mentor].id), mentor)
            best = turn if best is None else min(best, turn)
    return best[3] if best else None


def _outcome(board: Board, undo: list[Undo], short: list[int]) -> tuple[int, int, bool]:
    """Students whose seat changes in this chain, the wish ranks they lose, and whether a minimum gains."""
    table = board.table
    before: dict[int, int] = {}
    for entry in undo:
        for one in entry.gone:
            before.setdefault(one, entry.mentor)
    ranks = 0
    helped = False
    for one, old in before.items():
        now = board.seat[one]
        end = len(table.students[one].wishes) + 1
        ranks += table.tiers[one].get(now, end) - table.tiers[one].get(old, end)
        helped = helped or (_useful(board, one, short) if now == NOWHERE else now in short)
    return len(before), ranks, helped
