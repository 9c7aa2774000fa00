"""Dealing: by strata for our groups, S-shaped (蛇形) as teachers do it, and layers by 3:5:2."""

from collections.abc import Mapping, Sequence
from random import Random

import numpy as np

from taoli.engine.grouping.features import Ints, features
from taoli.engine.grouping.types import Member


def strata_of(members: Sequence[Member]) -> list[tuple[str, str]]:
    return [(one.layer, one.gender) for one in members]


def deal_strata(members: Sequence[Member], count: int, seed: int, start: int) -> Ints:
    """Deal stratum after stratum round the groups: sizes, layers and strata differ by at most one."""
    order = sorted(range(len(members)), key=lambda row: members[row].id)
    Random(f"{seed} {start}").shuffle(order)  # noqa: S311 - the same deal for the same seed is wanted
    order.sort(key=lambda row: (members[row].layer, members[row].gender))
    group = np.empty(len(members), dtype=np.int64)
    group[order] = np.arange(len(members)) % count
    return group


def serpentine(members: Sequence[Member], group_count: int, attributes: Sequence[str]) -> tuple[int, ...]:
    """The S-shaped deal: by the sum of the standardised attributes, 1..k, k..1, and so on. Group per member.

    Raises ValueError when there is no group or there are more groups than members.
    """
    refuse_counts(members, group_count)
    total = features(members, attributes)[:, : len(attributes)].sum(axis=1)
    order = sorted(range(len(members)), key=lambda row: (-total[row], members[row].id))
    group = [0] * len(members)
    for turn, row in enumerate(order):
        lap, place = divmod(turn, group_count)
        group[row] = group_count - 1 - place if lap % 2 else place
    return tuple(group)


def refuse_counts(members: Sequence[Member], group_count: int) -> None:
    if not 1 <= group_count <= max(len(members), 1):
        raise ValueError(f"{group_count} groups cannot be made of {len(members)} members")
    if len({one.id for one in members}) < len(members):
        raise ValueError("an id stands twice")


def layers_by_ratio(
    scores: Mapping[str, float],
    ratio: Sequence[int] = (3, 5, 2),
    names: Sequence[str] = ("upper", "middle", "lower"),
) -> dict[str, str]:
    """Layers from the best score down in this ratio; whole numbers by largest remainder, ties by id."""
    order = sorted(scores, key=lambda one: (-scores[one], one))
    exact = [len(order) * part / sum(ratio) for part in ratio]
    sizes = [int(part) for part in exact]
    by_remainder = sorted(range(len(ratio)), key=lambda place: (sizes[place] - exact[place], place))
    for place in by_remainder[: len(order) - sum(sizes)]:
        sizes[place] += 1
    labels = [name for name, size in zip(names, sizes, strict=True) for _one in range(size)]
    return dict(zip(order, labels, strict=True))
