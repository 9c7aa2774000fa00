"""The anchor OR-Tools SimpleMinCostFlow on the same market: the least total cost."""

import numpy as np

from taoli.engine.matching.ascent import Market

SURE = 1_000_000


def flow_total(market: Market) -> int:
    """Students → mentors or pools → mentors → sink; minimum loads are arcs too cheap to leave empty."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    options, students = market.node.shape
    sizes = [len(pool) for pool in market.pools]
    base = market.mentors + 1 + len(sizes)
    sink = base + students
    rows, mentors = base + np.arange(students), np.arange(market.mentors)
    used = (market.node != market.mentors).ravel()
    members = np.concatenate([*market.pools, mentors[:0]])
    tails = [np.tile(rows, options)[used], np.repeat(np.arange(market.mentors + 1, base), sizes), mentors, mentors]
    heads = [market.node.ravel()[used], members, np.full(len(mentors), sink), np.full(len(mentors), sink)]
    room = [np.ones(used.sum()), np.full(len(members), students), market.low, market.high - market.low]
    costs = [market.cost.ravel()[used], 0 * members, np.full(len(mentors), -SURE), 0 * mentors]
    flow = SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        *(np.concatenate(one).astype(kind) for one, kind in ((tails, "i4"), (heads, "i4"), (room, "i8"), (costs, "i8")))
    )
    flow.set_nodes_supplies(np.r_[rows, sink], np.r_[np.ones(students, dtype=int), -students])
    assert flow.solve() == flow.OPTIMAL
    return int(flow.optimal_cost()) + SURE * int(market.low.sum())
