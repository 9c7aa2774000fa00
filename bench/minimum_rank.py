"""Least total rank against OR-Tools SimpleMinCostFlow, in one run: `python bench/minimum_rank.py [--quick]`.

Six wishes, a mentor for every eight students, seats for ten, minimum four. Both start from arrays and are
timed whole (CPU, best of several): writing the arcs belongs to OR-Tools, finding which are tight to ours.
Both must reach the same total; the prices are recounted by the bound they prove.
"""

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.anchor_flow import flow_total
from bench.instances import RANKS, arrays
from bench.measure import cpu
from taoli.engine.matching.ascent import Market, Seating, cheapest

LEAST = 4
OUTSIDE = RANKS + 1


def market_of(wishes: Any, seats: Any) -> Market:
    """Six wishes and one node for anybody else."""
    students, mentors = len(wishes), len(seats)
    ranks = np.repeat(np.arange(1, OUTSIDE + 1)[:, None], students, axis=1)
    return Market(
        node=np.vstack([wishes.T, np.full(students, mentors + 1)]).astype(np.int32),
        cost=ranks.astype(np.int32),
        pools=(np.arange(mentors, dtype=np.int32),),
        low=np.full(mentors, LEAST, dtype=np.int32),
        high=seats.astype(np.int32),
    )


def total_of(market: Market, found: Seating) -> int:
    return int(np.where(market.node == found.taken, market.cost, OUTSIDE).min(axis=0).sum())


def proved(market: Market, found: Seating) -> int:
    """What no seating can go below at these prices."""
    price = np.r_[found.price, 0, found.price.min()]
    seats = np.where(found.price > 0, market.high, market.low)
    return int((market.cost + price[market.node]).min(axis=0).sum() - (found.price * seats).sum())


def row(students: int, skew: float, times: int) -> None:
    wishes, _turn, seats = arrays(students, skew)
    market = market_of(wishes, seats)
    found = cheapest(market)
    total = total_of(market, found)
    assert total == proved(market, found)
    ours = cpu(lambda: cheapest(market), times)
    name = f"minimum rank {students:>7,} students, skew {skew}"
    if find_spec("ortools") is None:
        print(f"{name}: anchor not present (ours {ours * 1e3:8.1f} ms, total {total}, proved)")
        return
    assert flow_total(market) == total
    anchor = cpu(lambda: flow_total(market), max(times // 3, 1))
    print(
        f"{name}: {anchor / ours:5.1f} x OR-Tools, the same total {total}, proved"
        f"   (ours {ours * 1e3:8.1f} ms, OR-Tools {anchor * 1e3:8.1f} ms)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out 300,000 students")
    quick = parser.parse_args().quick
    for skew in (0.6, 1.0):
        row(3_000, skew, 15)
        if not quick:
            row(300_000, skew, 2)


if __name__ == "__main__":
    main()
