"""Study groups: groups alike, members different (组间同质、组内异质)."""

from collections.abc import Sequence

import numpy as np

from taoli.engine.grouping.deals import deal_strata, refuse_counts, serpentine, strata_of
from taoli.engine.grouping.features import Ints, Reals, features, shares, unlike
from taoli.engine.grouping.search import improve
from taoli.engine.grouping.types import Balance, Groups, Member

WORK = 5_000
STARTS = 100


def make_groups(
    members: Sequence[Member],
    group_count: int,
    attributes: Sequence[str] = (),
    *,
    seed: int = 0,
    starts: int | None = None,
) -> Groups:
    """Groups whose sizes and strata (layer and gender) differ by at most one, as alike as swaps make them.

    `starts`: how many dealt starts are improved (by default fewer for many members). Should the strata leave
    the groups less alike than the S-shaped deal, that deal is improved instead. Raises ValueError as
    `serpentine` does.
    """
    refuse_counts(members, group_count)
    members = sorted(members, key=lambda one: one.id)
    table = features(members, attributes)
    strata = strata_of(members)
    snake = np.array(serpentine(members, group_count, attributes), dtype=np.int64)
    tries = starts or min(max(WORK // max(len(members), 1), 1), STARTS)
    best: tuple[float, Ints] | None = None
    for start in range(tries):
        group = improve(table, deal_strata(members, group_count, seed, start), group_count, strata)
        value = unlike(table, group, group_count)
        best = (value, group) if best is None or value < best[0] else best
    assert best is not None
    value, group = best
    if value > unlike(table, snake, group_count):
        group = improve(table, snake, group_count, None)
    return _report(members, group_count, attributes, table, group, snake)


def _report(
    members: Sequence[Member], count: int, attributes: Sequence[str], table: Reals, group: Ints, snake: Ints
) -> Groups:
    after, before = shares(table, group, count).tolist(), shares(table, snake, count).tolist()
    width = len(attributes)
    return Groups(
        groups=tuple(
            tuple(one.id for one, mine in zip(members, group.tolist(), strict=True) if mine == number)
            for number in range(count)
        ),
        unlike=unlike(table, group, count),
        serpentine=unlike(table, snake, count),
        strata_gap=_strata_gap(members, group, count),
        balances=tuple(
            Balance(name, after[place], after[place + width], before[place], before[place + width])
            for place, name in enumerate(attributes)
        ),
    )


def _strata_gap(members: Sequence[Member], group: Ints, count: int) -> int:
    strata = strata_of(members)
    gap = 0
    for stratum in set(strata):
        rows = [row for row, one in enumerate(strata) if one == stratum]
        sizes = np.bincount(group[rows], minlength=count)
        gap = max(gap, int(sizes.max() - sizes.min()))
    return gap
