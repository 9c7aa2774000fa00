"""What is said of finished groups: before and after against the S-shaped deal, strata, sizes."""

from collections.abc import Sequence
from math import ceil

import numpy as np

from taoli.engine.grouping.features import Features, Ints, Reals, shares, unlike
from taoli.engine.grouping.types import Balance, Finding, Groups, Member


def report(
    members: Sequence[Member],
    known: Features,
    attributes: Sequence[str],
    group: Ints,
    snake: Ints,
    count: int,
    *,
    optimal: bool,
    notes: Sequence[Finding] = (),
) -> Groups:
    """The groups with their figures; `group` and `snake` hold the group of every member."""
    after, before = (_balances(known, shares(known.table, one, count)) for one in (group, snake))
    ids = [sorted(members[row].id for row in np.flatnonzero(group == number).tolist()) for number in range(count)]
    sizes = tuple(map(len, ids))
    uneven = max(sizes) - min(sizes) > 1
    return Groups(
        groups=tuple(map(tuple, ids)),
        unlike=unlike(known.table, group, count),
        serpentine=unlike(known.table, snake, count),
        strata_gap=strata_gap(members, group, count),
        balances=tuple(Balance(name, *after[place], *before[place]) for place, name in enumerate(attributes)),
        swap_optimal=optimal,
        notes=(*notes, *([Finding("sizes_uneven", {"sizes": sizes})] if uneven else [])),
    )


def _balances(known: Features, between: Reals) -> list[tuple[float, float]]:
    return [
        (float(between[means].mean()), float(between[spreads].sum()))
        for means, spreads in zip(known.means, known.spreads, strict=True)
    ]


def strata_gap(members: Sequence[Member], group: Ints, count: int) -> int:
    """Largest difference between two groups in one stratum; between a group and its share if sizes are uneven."""
    sizes = np.bincount(group, minlength=count)
    even = sizes.max() - sizes.min() <= 1
    rows: dict[tuple[str, str], list[int]] = {}
    for row, one in enumerate(members):
        rows.setdefault((one.layer, one.gender), []).append(row)
    gap = 0
    for stratum in rows.values():
        counts = np.bincount(group[stratum], minlength=count)
        share = len(stratum) * sizes / len(members)
        gap = max(gap, int(counts.max() - counts.min()) if even else ceil(np.abs(counts - share).max() - 1e-9))
    return gap
