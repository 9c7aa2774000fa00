"""Swap search from many starts at once, for a class: arrays over starts instead of loops."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from taoli.engine.grouping.features import Ints, Reals
from taoli.engine.grouping.swaps import WORTH_IT, first_side, second_of

ROUNDS = 4
KEPT = 20
SHAKES = 3


def best_of_many(table: Reals, starts: Ints, sizes: Ints, pools: Sequence[Ints], seed: int) -> Ints:
    """The best partition found from `starts` (starts x members), which no exchange within a pool betters.

    The best twentieth of the starts are shaken and improved again, four times over.
    """
    chance = np.random.default_rng(seed)
    found = improve_many(table, starts, sizes, pools)
    for _round in range(ROUNDS):
        best = found[np.argsort(_unlike(table, found, sizes), kind="stable")[: -(-len(starts) // KEPT)]]
        shaken = np.repeat(best, -(-len(starts) // len(best)), axis=0)
        _shake(shaken, pools, chance)
        found = np.concatenate([best, improve_many(table, shaken, sizes, pools)])
    best_one: Ints = found[_unlike(table, found, sizes).argmin()]
    return best_one


def improve_many(table: Reals, starts: Ints, sizes: Ints, pools: Sequence[Ints]) -> Ints:
    """Exchange members of one pool, each start its best exchange, until none helps in any start."""
    result, group = starts.copy(), starts.copy()
    share = 1 / sizes
    still = np.arange(len(starts))
    centre = _sums(table, starts, len(sizes)) * share[:, None]
    while still.size:
        helped = np.zeros(still.size, dtype=bool)
        for pool in pools:
            helped |= _exchange(table, group, centre, share, pool)
        result[still[~helped]] = group[~helped]
        still, group, centre = still[helped], group[helped], centre[helped]
    return result


def _exchange(table: Reals, group: Ints, centre: Reals, share: Reals, pool: Ints) -> npt.NDArray[np.bool_]:
    """Make the best exchange within the pool in every start that has one; which had one."""
    mine = group[:, pool]
    lines = np.arange(len(group))
    first = first_side(table[pool], centre[lines[:, None], mine], share[mine])
    change = (first @ second_of(first).swapaxes(1, 2)).reshape(len(group), -1)
    best = change.argmin(axis=1)
    helped: npt.NDArray[np.bool_] = change[lines, best] < -WORTH_IT
    lines, best = lines[helped], best[helped]
    one, other = best // len(pool), best % len(pool)
    here, there = mine[lines, one], mine[lines, other]
    step = table[pool[other]] - table[pool[one]]
    centre[lines, here] += step * share[here, None]
    centre[lines, there] -= step * share[there, None]
    group[lines, pool[one]], group[lines, pool[other]] = there, here
    return helped


def _shake(groups: Ints, pools: Sequence[Ints], chance: np.random.Generator) -> None:
    """Exchange some pairs at random, other ones in each partition."""
    lines = np.arange(len(groups))
    for _time in range(SHAKES):
        pool = pools[int(chance.integers(len(pools)))]
        one, other = pool[chance.integers(len(pool), size=(2, len(groups)))]
        groups[lines, one], groups[lines, other] = groups[lines, other], groups[lines, one]


def _sums(table: Reals, groups: Ints, count: int) -> Reals:
    """Sums of the features (starts x groups x features)."""
    member = groups[:, None, :] == np.arange(count)[:, None]
    total: Reals = member.astype(np.float64) @ table
    return total


def _unlike(table: Reals, groups: Ints, sizes: Ints) -> Reals:
    unlike: Reals = ((_sums(table, groups, len(sizes)) ** 2).sum(axis=2) / sizes).sum(axis=1)
    return unlike
