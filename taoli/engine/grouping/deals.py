"""Dealing: by strata for our groups, S-shaped (蛇形) as teachers do it, and layers by 3:5:2."""

from collections.abc import Mapping, Sequence

import numpy as np

from taoli.engine.grouping.features import Ints, features
from taoli.engine.grouping.types import Member


def even_sizes(members: int, count: int) -> Ints:
    """Sizes that differ by at most one, the larger groups first."""
    return np.array([members // count + (place < members % count) for place in range(count)], dtype=np.int64)


def laps(sizes: Ints) -> Ints:
    """One group after the other, round and round until all places are dealt; larger groups are asked first."""
    asked = sorted(range(len(sizes)), key=lambda group: (-sizes[group], group))
    return np.array([group for lap in range(sizes.max(initial=0)) for group in asked if sizes[group] > lap])


def deal_strata(strata: Sequence[Ints], sizes: Ints, starts: int, chance: np.random.Generator) -> Ints:
    """Deal stratum after stratum round the groups (starts x members).

    For sizes that differ by at most one, so do the strata, and any strata that follow each other taken together.
    """
    turns = laps(sizes)
    dealt = np.empty((starts, len(turns)), dtype=np.int64)
    done = 0
    for rows in strata:
        dealt[:, rows] = chance.permuted(np.tile(turns[done : done + len(rows)], (starts, 1)), axis=1)
        done += len(rows)
    return dealt


def serpentine(
    members: Sequence[Member], group_count: int, attributes: Sequence[str], sizes: Sequence[int] = ()
) -> tuple[int, ...]:
    """The S-shaped deal: by the sum of the standardised attributes, 1..k, k..1, and so on. Group per member.

    A group that has its size is passed over. Raises ValueError when there is no group, there are more groups
    than members, or an id stands twice.
    """
    refuse_counts(members, group_count)
    ordered = sorted(members, key=lambda one: one.id)
    total = dict(zip((one.id for one in ordered), features(ordered, attributes).total.tolist(), strict=True))
    order = sorted(range(len(members)), key=lambda row: (-total[members[row].id], members[row].id))
    room = list(sizes) or [len(members)] * group_count
    turns = (place for lap in range(len(members)) for place in _lap(lap, room))
    group = [0] * len(members)
    for row in order:
        group[row] = next(turns)
        room[group[row]] -= 1
    return tuple(group)


def _lap(lap: int, room: list[int]) -> list[int]:
    places = [place for place, left in enumerate(room) if left]
    return places[::-1] if lap % 2 else places


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
