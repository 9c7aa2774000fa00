"""What was done, told exactly of groups that are large enough; small groups are told together.

Every told number is a sum of parts, each of which stands for a large leaf or a large pool of small leaves that lie in
one node and are in no pool further down; so whatever is subtracted from whatever, a large group is left, or nothing.
Give the amounts of a week, not running totals: who is pooled with whom may change from week to week.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from taoli.engine.release.figures import LIMIT
from taoli.engine.release.tree import Node, fits, upwards

MENTORS = 3


@dataclass(frozen=True, slots=True)
class Done:
    """What a leaf's `mentors` did for its `people`; count a mentor in one leaf only. `amounts`: as many numbers in each
    leaf, in one order (cells met, cells due). ValueError: fewer than nobody.
    """

    people: int
    mentors: int
    amounts: tuple[float, ...]
    stale: bool = False

    def __post_init__(self) -> None:
        if self.people < 0 or self.mentors < 0:
            raise ValueError(f"{self.people} people, {self.mentors} mentors")

    @property
    def large(self) -> bool:
        """Whether it may be told on its own: ten people and three mentors."""
        return self.people >= LIMIT and self.mentors >= MENTORS


@dataclass(frozen=True, slots=True)
class Amount:
    """Told amounts for `people` of a node's `of` people; `amounts` is None where nothing may be told."""

    amounts: tuple[float, ...] | None
    people: int
    of: int
    stale: bool = False


def release_deeds(nodes: Iterable[Node], done: Mapping[str, Done]) -> dict[str, Amount]:
    """Return what is told of each node: its large leaves, and its small ones where they are large together.

    What is small together is left out of the node (`people` < `of`) and joins the pool of the node around it.
    ValueError: the nodes are no trees, deeds are not given for each leaf, leaves have different numbers of amounts.
    """
    tree = upwards(nodes)
    fits(tree, done)
    if len({len(one.amounts) for one in done.values()}) > 1:
        raise ValueError("leaves with different numbers of amounts")
    told: dict[str, Done | None] = {}
    pool: dict[str, Done | None] = {}
    size: dict[str, int] = {}
    for key, children in tree.items():
        size[key] = sum(size[one] for one in children) if children else done[key].people
        small = _sum(pool[one] for one in children) if children else done[key]
        joins = small is not None and small.large
        told[key] = _sum((*(told[one] for one in children), small if joins else None))
        pool[key] = None if joins else small
    return {key: _amount(told[key], size[key]) for key in tree}


def _amount(told: Done | None, of: int) -> Amount:
    return Amount(told.amounts, told.people, of, told.stale) if told else Amount(None, 0, of)


def _sum(parts: Iterable[Done | None]) -> Done | None:
    found: Done | None = None
    for one in parts:
        found = one if found is None else found if one is None else _plus(found, one)
    return found


def _plus(one: Done, other: Done) -> Done:
    amounts = tuple(first + second for first, second in zip(one.amounts, other.amounts, strict=True))
    people, mentors = one.people + other.people, one.mentors + other.mentors
    return replace(one, people=people, mentors=mentors, amounts=amounts, stale=one.stale or other.stale)
