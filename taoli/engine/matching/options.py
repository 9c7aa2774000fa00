"""A round as a market: which mentors a student may get at which rank, and how seats are read back from it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TypeAlias

import numpy as np

from taoli.engine.matching.ascent import Flags, Ints, Market, Seating
from taoli.engine.matching.board import NOWHERE
from taoli.engine.matching.lottery import draw
from taoli.engine.matching.prepare import Table

Bounds: TypeAlias = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Options:
    """What each of `students` (in lottery order) may get. `market.cost` is the rank; `stay`: the seat of now."""

    students: tuple[int, ...]
    market: Market
    stay: Flags


def options_of(
    table: Table, now: list[int], students: Sequence[int] | None = None, bounds: Bounds | None = None
) -> Options:
    """The options of all who are not pinned, or of these students under these bounds of the loads.

    `now`: the present seat or NOWHERE; it is an option where the student may keep it. The last option is
    anybody eligible, one rank below the student's last wish.
    """
    pinned = Counter(table.pins.values())
    low, high = bounds or (
        [max(least - pinned[m], 0) for m, least in enumerate(table.least)],
        [most - pinned[m] for m, most in enumerate(table.most)],
    )
    members = [one for one in range(len(table.students)) if one not in table.pins] if students is None else students
    order = tuple(sorted(members, key=table.place.__getitem__))
    pools: dict[frozenset[int], int] = {}
    width = max((len(table.wishes[s]) for s in order), default=0) + 2
    node = np.full((width, len(order)), len(high), dtype=np.int32)
    rank = np.zeros((width, len(order)), dtype=np.int32)
    for line, student in enumerate(order):
        wishes, tiers = table.wishes[student], table.tiers[student]
        node[: len(wishes), line] = wishes
        rank[: len(wishes), line] = [tiers[m] for m in wishes]
        eligible = table.eligible[table.students[student].class_id]
        last = len(table.students[student].wishes) + 1
        if now[student] in eligible - set(wishes):
            node[-2, line], rank[-2, line] = now[student], last
        node[-1, line], rank[-1, line] = len(high) + 1 + pools.setdefault(eligible, len(pools)), last
    market = Market(node, rank, tuple(_array(sorted(pool)) for pool in pools), _array(low), _array(high))
    stay = node == _array([now[student] for student in order])
    return Options(order, market, stay)


def _array(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int32)


def hand_out(table: Table, options: Options, seating: Seating, seat: list[int]) -> None:
    """Write the mentors of these students into `seat`; who takes "anybody" is spread evenly at no cost."""
    market = options.market
    others = Counter(m for m in seat if m != NOWHERE)
    load = Counter(node for node in seating.taken.tolist() if node < market.mentors)
    load.update(m for seats in seating.pooled for m in Counter(seats).elements())
    pooled: list[list[int]] = [[] for _pool in market.pools]
    for student, node in zip(options.students, seating.taken.tolist(), strict=True):
        if node < market.mentors:
            seat[student] = node
        else:
            pooled[node - market.mentors - 1].append(student)
    for members, seats, pool in zip(pooled, seating.pooled, market.pools, strict=True):
        if members:
            line = _Line(table, market, seating.price, pool.tolist(), load, others)
            order = sorted(members, key=lambda one: (table.students[one].class_id, table.place[one]))
            for student, mentor in zip(order, line.even(Counter(seats)), strict=True):
                seat[student] = mentor


class _Line:
    """The seats of one pool while they are evened out. Loads stay within what the prices allow."""

    def __init__(
        self, table: Table, market: Market, price: Ints, pool: list[int], load: Counter[int], others: Counter[int]
    ) -> None:
        self.table, self.load, self.others = table, load, others
        lowest = min(price[m] for m in pool)
        self.pool = [m for m in pool if price[m] == lowest]
        self.low = {m: int((market.high if price[m] > 0 else market.low)[m]) for m in self.pool}
        self.high = {m: int((market.low if price[m] < 0 else market.high)[m]) for m in self.pool}

    def even(self, seats: Counter[int]) -> list[int]:
        """From the fullest mentors to the emptiest."""
        free = 0
        for mentor in sorted(seats):
            loose = min(seats[mentor], self.load[mentor] - self.low[mentor])
            seats[mentor] -= loose
            self.load[mentor] -= loose
            free += loose
        heap = [self.turn(m) for m in self.pool if self.load[m] < self.high[m]]
        heapify(heap)
        for _seat in range(free):
            mentor = heappop(heap)[-1]
            seats[mentor] += 1
            self.load[mentor] += 1
            if self.load[mentor] < self.high[mentor]:
                heappush(heap, self.turn(mentor))
        return sorted(seats.elements())

    def turn(self, mentor: int) -> tuple[float, bytes, int]:
        one = self.table.mentors[mentor]
        aim = one.target or self.table.most[mentor]
        lot = draw(self.table.problem.seed, "spread", one.id)
        return (self.load[mentor] + self.others[mentor]) / max(aim, 1), lot, mentor
