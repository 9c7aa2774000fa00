"""Numbers of people, told in tens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from taoli.engine.release.figures import LIMIT, Figure, sum_of
from taoli.engine.release.tree import Node, fits, upwards

ROOM = LIMIT - 2  # a band spans nine numbers at least: its ends are eight apart


@dataclass(frozen=True, slots=True)
class Count:
    """`number` of a leaf's `of` people. `stale`: no summary this week, the last one's number is used.

    ValueError: fewer than nobody, or more than all.
    """

    number: int
    of: int
    stale: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.number <= self.of:
            raise ValueError(f"{self.number} of {self.of}")


def release(nodes: Iterable[Node], counts: Mapping[str, Count]) -> dict[str, Figure]:
    """Return a figure for each node, from the true counts of the leaves: once a measure and week.

    `of` counts as known to every reader. ValueError: the nodes are no trees, or the counts are not one for each leaf.
    """
    tree = upwards(nodes)
    fits(tree, counts)
    truth: dict[str, int] = {}
    told: dict[str, Figure] = {}
    for key, children in tree.items():
        truth[key] = sum(truth[one] for one in children) if children else counts[key].number
        told[key] = _around(truth[key], [told[one] for one in children]) if children else _leaf(counts[key])
    return told


def _leaf(count: Count) -> Figure:
    if count.of < LIMIT:
        low, high = 0, count.of
    elif not count.number:
        low, high = 0, 0
    else:
        low, high = band(count.number, 1, count.of, ROOM)
    return Figure(low, high, count.of, count.stale)


def _around(truth: int, children: Sequence[Figure]) -> Figure:
    whole = sum_of(children)
    widths = sorted(one.high - one.low for one in children)
    low, high = band(truth, whole.low, whole.high, sum(widths[-2:]))
    return replace(whole, low=low, high=high)


def band(number: int, low: int, high: int, room: int) -> tuple[int, int]:
    """Return the band of a number known to be from `low` to `high`: bands begin at multiples of ten, but the first
    spans `room` above `low` at least, and the last `room` below `high`; where that leaves none, all is one band.
    """
    starts = [low, *range(-(-(low + room + 1) // LIMIT) * LIMIT, high - room + 1, LIMIT)]
    start = max(one for one in starts if one <= number)
    return start, high if start == starts[-1] else starts[starts.index(start) + 1] - 1
