"""Minimum loads: seats are taken out of force where it costs least, so that no justified envy can arise.

Acceptance under fewer seats is again free of justified envy: whoever is displaced lost the seat to nobody
below. Which seats: the one whose chain moves the fewest students (then the fewest ranks), one after another.
Meeting minima with the fewest moves of all is hard; greedy is our choice and the page says "moved".
"""

from dataclasses import dataclass

from taoli.engine.matching.board import NOWHERE, Board, Undo, release, shortfall, step_back, takes
from taoli.engine.matching.lottery import draw


@dataclass(frozen=True, slots=True)
class Chain:
    """What taking one seat from a mentor sets off: who moves where, at how many ranks, through which mentors."""

    ends: tuple[tuple[int, int], ...]
    ranks: int
    touched: frozenset[int]


def meet_minimums(board: Board) -> bool:
    """Free enough students for the mentors below their minimum; False when no chain is left to try."""
    board.limit_now = True
    chains: dict[int, Chain] = {}
    while True:
        short = [m for m in range(len(board.held)) if shortfall(board, m)]
        missing = sum(shortfall(board, m) for m in short)
        loose = [s for s, m in enumerate(board.seat) if m == NOWHERE] if short else []
        if missing <= sum(_useful(board, s, short) for s in loose):
            return True
        donor = _cheapest_donor(board, short, chains)
        if donor is None:
            return False
        changed = chains[donor].touched
        release(board, donor, [])
        chains = {m: chain for m, chain in chains.items() if not chain.touched & changed}


def _useful(board: Board, student: int, short: list[int]) -> bool:
    return any(takes(board, student, m) for m in short)


def _cheapest_donor(board: Board, short: list[int], chains: dict[int, Chain]) -> int | None:
    """The seat to take: one that helps a minimum at once before any other, then fewest moves and ranks."""
    table = board.table
    turns: list[tuple[bool, int, int, bytes, int]] = []
    for mentor, group in enumerate(board.held):
        if len(group) <= table.least[mentor] or all(one in table.pins for one in group):
            continue
        if mentor not in chains:
            chains[mentor] = _try(board, mentor)
        chain = chains[mentor]
        helps = any(end in short if end != NOWHERE else _useful(board, s, short) for s, end in chain.ends)
        lot = draw(table.problem.seed, "donor", table.mentors[mentor].id)
        turns.append((not helps, len(chain.ends), chain.ranks, lot, mentor))
    return min(turns)[4] if turns else None


def _try(board: Board, mentor: int) -> Chain:
    """Follow the chain, note what it does, and step back."""
    table = board.table
    undo: list[Undo] = []
    release(board, mentor, undo)
    before: dict[int, int] = {}
    for entry in undo:
        for one in entry.gone:
            before.setdefault(one, entry.mentor)
    ends = tuple((one, board.seat[one]) for one in before)
    ranks = 0
    for one, now in ends:
        end = len(table.students[one].wishes) + 1
        ranks += table.tiers[one].get(now, end) - table.tiers[one].get(before[one], end)
    touched = {m for one, _now in ends for m in table.wishes[one]} | {mentor}
    step_back(board, undo)
    return Chain(ends, ranks, frozenset(touched))
