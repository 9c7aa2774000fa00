"""Finds a place for every block and for everybody who is fixed or kept apart, taking back what leads nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

STEPS = 20_000


class GivenUpError(Exception):
    """The search for places took too many steps; there may be an arrangement."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the groups hold: `sizes`, and `extra` of them may hold one more."""

    sizes: tuple[int, ...]
    extra: int = 0


def place(
    weights: Sequence[int], fixed: Sequence[int], foes: Sequence[set[int]], room: Room, chance: Random
) -> list[int] | None:
    """A group for every atom that is heavy, fixed or has foes, -1 for the others; None when there is none.

    Fixed and heavy ones first, each into the emptiest group. Raises GivenUpError.
    """
    left = list(room.sizes)
    group = [-1] * len(weights)
    order = sorted(
        (atom for atom, weight in enumerate(weights) if weight > 1 or fixed[atom] >= 0 or foes[atom]),
        key=lambda atom: (fixed[atom] < 0, -weights[atom], -len(foes[atom]), chance.random()),
    )

    def choices(atom: int) -> Iterator[int]:
        taken = {group[foe] for foe in foes[atom]}
        more = sum(one < 0 for one in left) < room.extra
        places = [fixed[atom]] if fixed[atom] >= 0 else chance.sample(range(len(left)), len(left))
        open_ones = [one for one in places if one not in taken and left[one] + more >= weights[atom]]
        return iter(sorted(open_ones, key=lambda one: -left[one]))

    tried: list[Iterator[int]] = []
    steps = STEPS + len(order)
    depth = 0
    while depth < len(order):
        steps -= 1
        if not steps:
            raise GivenUpError
        if len(tried) == depth:
            tried.append(choices(order[depth]))
        found = next(tried[depth], None)
        if found is not None:
            group[order[depth]] = found
            left[found] -= weights[order[depth]]
            depth += 1
            continue
        tried.pop()
        depth -= 1
        if depth < 0:
            return None
        left[group[order[depth]]] += weights[order[depth]]
        group[order[depth]] = -1
    return group
