"""Swap search: exchange two members of one stratum while that makes the groups more alike."""

from collections.abc import Sequence

import numpy as np

from taoli.engine.grouping.features import Ints, Reals, sums

WORTH_IT = 1e-9


def improve(table: Reals, group: Ints, count: int, strata: Sequence[tuple[str, str]] | None) -> Ints:
    """Swap until no swap helps; O(features) per swap looked at. `strata` None: any two members may swap.

    Only members of one stratum change places, so sizes and strata stay as dealt.
    """
    group = group.copy()
    total = sums(table, group, count)
    sizes = np.bincount(group, minlength=count).astype(np.float64)
    pools = _pools(len(table), strata)
    improved = True
    while improved:
        improved = False
        for pool in pools:
            for one in pool:
                other = _best_swap(table, group, total, sizes, one, pool)
                if other is not None:
                    _swap(table, group, total, one, other)
                    improved = True
    return group


def _pools(members: int, strata: Sequence[tuple[str, str]] | None) -> list[Ints]:
    if strata is None:
        return [np.arange(members)]
    rows: dict[tuple[str, str], list[int]] = {}
    for row, stratum in enumerate(strata):
        rows.setdefault(stratum, []).append(row)
    return [np.array(rows[stratum]) for stratum in sorted(rows)]


def _best_swap(table: Reals, group: Ints, total: Reals, sizes: Reals, one: int, pool: Ints) -> int | None:
    """The partner whose exchange lowers the sum of squared group sums over sizes most."""
    here, there = group[one], group[pool]
    step = table[pool] - table[one]
    square = (step**2).sum(axis=1)
    gain_here = (2 * step @ total[here] + square) / sizes[here]
    gain_there = (square - 2 * (step * total[there]).sum(axis=1)) / sizes[there]
    change = np.where(there == here, 0.0, gain_here + gain_there)
    best = int(change.argmin())
    return int(pool[best]) if change[best] < -WORTH_IT else None


def _swap(table: Reals, group: Ints, total: Reals, one: int, other: int) -> None:
    step = table[other] - table[one]
    total[group[one]] += step
    total[group[other]] -= step
    group[one], group[other] = group[other], group[one]
