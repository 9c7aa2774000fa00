"""Seats at the least total cost under loads with bounds, proved by a price for each mentor.

The dual of this flow is a concave function of the prices that can be climbed by whole steps on sets of
mentors (L-natural concavity, Murota 2003): as long as the students who find a seat at the present prices
leave somebody out, a smallest cut names the mentors who must become dearer (too many want them) or cheaper
(too few do). With costs that are small whole numbers a few steps suffice, each one maximum flow. The option
"anyone else" is one node for all students with the same eligible mentors, so no edge is written for it.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int32]
Flags: TypeAlias = npt.NDArray[np.bool_]

OUT_OF_REACH = 1 << 28


@dataclass(frozen=True, slots=True)
class Market:
    """Options of n students for m mentors, as nodes: 0..m-1 mentors, m nothing, m+1.. the pools.

    `node`, `cost` (options × n): what a student may take and at what cost; unused cells point to m.
    `pools`: the mentors of each pool. `low`, `high` (m): bounds of the load.
    """

    node: Ints
    cost: Ints
    pools: tuple[Ints, ...]
    low: Ints
    high: Ints

    @property
    def mentors(self) -> int:
        return int(self.high.size)

    @property
    def students(self) -> int:
        return int(self.node.shape[1])


@dataclass(frozen=True, slots=True)
class Seating:
    """`taken` (n): the node each student takes; `pooled`: for each pool mentor → seats; `price` (m)."""

    taken: Ints
    pooled: tuple[dict[int, int], ...]
    price: Ints


@dataclass(frozen=True, slots=True)
class Tight:
    """What is cheapest for each student at these prices. `demand` (nodes): who can take only that one."""

    flags: Flags
    single: Flags
    demand: Ints


def cheapest(market: Market) -> Seating:
    """Seats of least total cost, and prices that prove it. The bounds must leave room for everybody."""
    price = _shunned(market, _crowded(market))
    while True:
        found = _seats(market, price)
        if isinstance(found, Seating):
            return found
        price = price + found


def among_cheapest(market: Market, found: Seating, cost: Ints) -> Market:
    """The market of all seatings as cheap as this one, at another cost: only what its prices leave open."""
    price = found.price
    prices = _node_prices(market, price)
    open_ = _tight(market, price).flags
    return Market(
        node=np.where(open_, market.node, market.mentors),
        cost=np.where(open_, cost, 0),
        pools=tuple(pool[price[pool] == prices[market.mentors + 1 + one]] for one, pool in enumerate(market.pools)),
        low=np.where(price > 0, market.high, market.low),
        high=np.where(price < 0, market.low, market.high),
    )


def _node_prices(market: Market, price: Ints) -> Ints:
    pools = [price[pool].min(initial=OUT_OF_REACH) for pool in market.pools]
    return np.concatenate([price, [OUT_OF_REACH], pools]).astype(np.int32)


def _tight(market: Market, price: Ints) -> Tight:
    reduced = market.cost + _node_prices(market, price).take(market.node)
    flags = reduced == reduced.min(axis=0)
    single = np.add.reduce(flags, axis=0, dtype=np.int8) == 1
    return Tight(flags, single, _count(market, flags & single))


def _count(market: Market, flags: Flags) -> Ints:
    return np.bincount(market.node[flags], minlength=market.mentors + 1 + len(market.pools)).astype(np.int32)


def _crowded(market: Market) -> Ints:
    """First prices, found by counting: mentors are dearer as long as more want only them than they have seats."""
    price = np.zeros(market.mentors, dtype=np.int32)
    while True:
        tight = _tight(market, price)
        over = tight.demand[: market.mentors] > market.high
        if not over.any():
            return price + _crowded_set(market, tight)
        price += over


def _crowded_set(market: Market, tight: Tight) -> Flags:
    """Mentors who are together wanted by too many: those are struck off in turn whom few enough could want."""
    inside = np.zeros(market.mentors + 1 + len(market.pools), dtype=np.bool_)
    inside[: market.mentors] = _count(market, tight.flags)[: market.mentors] > market.high
    left, node, flags = -1, market.node, tight.flags
    while inside.sum() != left:
        left = inside.sum()
        captive = (inside[node] | ~flags).all(axis=0)
        node, flags = node[:, captive], flags[:, captive]
        count = np.bincount(node[flags], minlength=len(inside))[: market.mentors]
        inside[: market.mentors] &= count > market.high
    within = inside[: market.mentors]
    return within & bool(node.shape[1] > market.high[within].sum())


def _shunned(market: Market, price: Ints) -> Ints:
    """A mentor is cheaper as long as fewer would as soon come here as the minimum load asks for."""
    while True:
        counts = _count(market, _tight(market, price).flags)
        wanting = counts[: market.mentors]
        for one, pool in enumerate(market.pools):
            wanting[pool[price[pool] == price[pool].min(initial=OUT_OF_REACH)]] += counts[market.mentors + 1 + one]
        under = wanting < np.where(price > 0, market.high, market.low)
        if not under.any():
            return price
        price = price - under


def _seats(market: Market, price: Ints) -> Seating | Ints:
    """Seats for all at these prices, or the step of the prices that brings them nearer."""
    from scipy.sparse.csgraph import maximum_flow

    least = np.where(price > 0, market.high, market.low)
    most = np.where(price < 0, market.low, market.high)
    tight = _tight(market, price)
    graph, multi = _graph(market, price, tight, least, most)
    source, sink = graph.shape[0] - 2, graph.shape[0] - 1
    found = maximum_flow(graph, source, sink)
    if found.flow_value == max(market.students, int(least.sum())):
        return _read(market, price, tight, multi, found.flow)
    return _step(market, graph - found.flow, source, sink)


def _graph(market: Market, price: Ints, tight: Tight, least: Ints, most: Ints) -> tuple[Any, Ints]:
    """Source → students → mentors → sink, where "nothing" (node m) collects what is above the least loads.

    Students with one cheapest node enter as a demand of that node.
    """
    from scipy.sparse import csr_array

    m, base = market.mentors, market.mentors + 1 + len(market.pools)
    multi = np.flatnonzero(~tight.single).astype(np.int32)
    source, sink = base + len(multi), base + len(multi) + 1
    prices = _node_prices(market, price)
    open_pools = [pool[price[pool] == prices[m + 1 + one]] for one, pool in enumerate(market.pools)]
    flags = tight.flags[:, multi].T
    wanted = market.node[:, multi].T[flags]
    direct = np.flatnonzero(tight.demand).astype(np.int32)
    sizes = np.concatenate(
        [np.full(m, 2), [1], [len(pool) for pool in open_pools], flags.sum(axis=1), [len(direct) + len(multi), 0]]
    )
    seats = np.column_stack([np.full(m, m), np.full(m, sink)]).ravel()
    room = np.column_stack([most - least, least]).ravel()
    rest = max(market.students - int(least.sum()), 0)
    pooled = np.concatenate([*open_pools, np.zeros(0, dtype=np.int32)])
    heads: list[Any] = [seats, [sink], pooled, wanted, direct, np.arange(base, source)]
    amounts: list[Any] = [
        room,
        [rest],
        np.full(len(pooled), market.students),
        np.ones(len(wanted)),
        tight.demand[direct],
    ]
    indices = np.concatenate(heads).astype(np.int32)
    data = np.concatenate([*amounts, np.ones(len(multi))]).astype(np.int32)
    indptr = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    return csr_array((data, indices, indptr), shape=(sink + 1, sink + 1)), multi


def _step(market: Market, residual: Any, source: int, sink: int) -> Ints:
    """One up for mentors whom too many want, or else one down for those who stay below their least load."""
    from scipy.sparse.csgraph import breadth_first_order

    residual.eliminate_zeros()
    step = np.zeros(market.mentors, dtype=np.int32)
    reached = breadth_first_order(residual, source, return_predecessors=False)
    dearer = reached[reached < market.mentors]
    if len(dearer) and market.mentors not in reached:
        step[dearer] = 1
        return step
    reached = breadth_first_order(residual.T.tocsr(), sink, return_predecessors=False)
    step[reached[reached < market.mentors]] = -1
    return step


def _read(market: Market, price: Ints, tight: Tight, multi: Ints, flow: Any) -> Seating:
    m, base = market.mentors, market.mentors + 1 + len(market.pools)
    taken = np.empty(market.students, dtype=np.int32)
    taken[tight.single] = market.node[tight.flags.argmax(axis=0), np.arange(market.students)][tight.single]
    start, end = flow.indptr[base], flow.indptr[base + len(multi)]
    used = flow.data[start:end] > 0
    taken[multi] = flow.indices[start:end][used]
    pooled = []
    for one in range(m + 1, base):
        row = slice(flow.indptr[one], flow.indptr[one + 1])
        pairs = zip(flow.indices[row].tolist(), flow.data[row].tolist(), strict=True)
        pooled.append({mentor: seats for mentor, seats in pairs if seats > 0})
    return Seating(taken, tuple(pooled), price)
