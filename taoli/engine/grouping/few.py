"""Swap search from one start, for any number of members: disjoint exchanges by the hundred.

While many exchanges help, members are drawn into blocks and only those of one block are compared; the blocks
grow as less is found, and at the end everybody is compared with everybody. Of the exchanges that help, the best
ones that touch different groups are made, whose gains add up. A group in which nothing was found among all is
looked at again only when an exchange has touched it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from taoli.engine.grouping.features import Ints, Reals, sums
from taoli.engine.grouping.swaps import WORTH_IT, first_side, second_of

Flags = npt.NDArray[np.bool_]
BLOCK = 32
SLOW = 0.1
AT_ONCE = 4_000_000
WORK = 100_000_000


@dataclass(frozen=True)
class Foes:
    """Who must not meet whom. `place`: of each member in `matrix` (foes + 1 squared), 0 for those without foes."""

    place: Ints
    matrix: Flags

    @classmethod
    def among(cls, members: int, pairs: Sequence[tuple[int, int]]) -> "Foes":
        """From pairs of members."""
        both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        names = np.unique(both)
        place = np.zeros(members, dtype=np.int64)
        place[names] = np.arange(1, len(names) + 1)
        matrix = np.zeros((len(names) + 1, len(names) + 1), dtype=bool)
        matrix[place[both[:, 0]], place[both[:, 1]]] = matrix[place[both[:, 1]], place[both[:, 0]]] = True
        return cls(place, matrix)

    def meet(self, group: Ints, count: int, rows: Ints, columns: Ints) -> Flags:
        """Which exchanges (… x rows x columns) bring foes together; the one who leaves does not count."""
        named = self.place > 0
        inside = np.zeros((len(self.matrix), count))
        inside[self.place[named], group[named]] = 1
        foes = self.matrix.astype(np.float64) @ inside
        one, other = self.place[rows][..., :, None], self.place[columns][..., None, :]
        each = self.matrix[one, other]
        here, there = group[rows][..., :, None], group[columns][..., None, :]
        met: Flags = (foes[one, there] > each) | (foes[other, here] > each)
        return met


@dataclass
class Board:
    """A partition being improved; a member may be a block of students, the sum of their features.

    `group`: of each member. `sizes`: students in each group.
    """

    table: Reals
    group: Ints
    sizes: Ints
    foes: Foes | None = None

    def __post_init__(self) -> None:
        self.share: Reals = 1 / np.maximum(self.sizes, 1)
        self.centre = sums(self.table, self.group, len(self.sizes)) * self.share[:, None]

    def changes(self, rows: Ints, columns: Ints) -> Reals:
        """What each exchange of a row with a column changes (… x rows x columns)."""
        change = self._side(rows) @ second_of(self._side(columns)).swapaxes(-1, -2)
        if self.foes is not None:
            change[self.foes.meet(self.group, len(self.sizes), rows, columns)] = 0
        return change

    def exchange(self, one: Ints, other: Ints) -> None:
        """Exchange pairs whose groups are all different."""
        here, there = self.group[one], self.group[other]
        step = self.table[other] - self.table[one]
        self.centre[here] += step * self.share[here, None]
        self.centre[there] -= step * self.share[there, None]
        self.group[one], self.group[other] = there, here

    def _side(self, members: Ints) -> Reals:
        mine = self.group[members]
        return first_side(self.table[members], self.centre[mine], self.share[mine])


def improve(board: Board, pools: Sequence[Ints], seed: int) -> bool:
    """Exchange members of one pool until no exchange helps: True; False when the work ran out before."""
    chance = np.random.default_rng(seed)
    widest = max((len(pool) for pool in pools), default=0)
    block, work = BLOCK, 0
    dirty = np.ones(len(board.sizes), dtype=bool)
    while dirty.any() and work < WORK:
        touched = np.zeros_like(dirty)
        made = 0
        for pool in pools:
            if block < len(pool):
                drawn = chance.permutation(pool)[: len(pool) // block * block].reshape(-1, block)
                work += drawn.size * block
                made += _make(board, *_in_blocks(board, drawn), touched)
            else:
                rows = pool[dirty[board.group[pool]]]
                work += len(rows) * len(pool)
                made += _make(board, *_among_all(board, rows, pool), touched)
        if block >= widest:
            dirty = touched
        elif made < len(dirty) * SLOW:
            block *= 2
    return not dirty.any()


def _in_blocks(board: Board, drawn: Ints) -> tuple[Ints, Ints, Reals]:
    """The best partner in its block of every member drawn (blocks x members), and the change."""
    change = board.changes(drawn, drawn)
    best = change.argmin(axis=2)
    value = np.take_along_axis(change, best[:, :, None], axis=2)
    return drawn.ravel(), np.take_along_axis(drawn, best, axis=1).ravel(), value.ravel()


def _among_all(board: Board, rows: Ints, pool: Ints) -> tuple[Ints, Ints, Reals]:
    """The best partner in the whole pool of every row, and the change."""
    partner, value = np.empty_like(rows), np.empty(len(rows))
    height = max(AT_ONCE // max(len(pool), 1), 1)
    for start in range(0, len(rows), height):
        some = slice(start, start + height)
        change = board.changes(rows[some], pool)
        best = change.argmin(axis=1)
        partner[some], value[some] = pool[best], change[np.arange(len(best)), best]
    return rows, partner, value


def _make(board: Board, one: Ints, other: Ints, change: Reals, touched: Flags) -> int:
    """Make those exchanges that help, are the best for both their groups, and count them."""
    helps = change < -WORTH_IT
    one, other, change = one[helps], other[helps], change[helps]
    here, there = board.group[one], board.group[other]
    touched[here] = touched[there] = True
    turn = np.empty(len(one), dtype=np.int64)
    turn[np.argsort(change, kind="stable")] = np.arange(len(one))
    first = np.full(len(board.sizes), len(one))
    np.minimum.at(first, here, turn)
    np.minimum.at(first, there, turn)
    chosen = (first[here] == turn) & (first[there] == turn)
    board.exchange(one[chosen], other[chosen])
    return int(chosen.sum())
