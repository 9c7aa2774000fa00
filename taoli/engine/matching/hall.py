"""Hall's condition on a small graph: which demands together accept too little room (König, by max flow)."""

from collections import deque
from collections.abc import Hashable, Mapping
from typing import TypeVar

L = TypeVar("L", bound=Hashable)
R = TypeVar("R", bound=Hashable)


def hall_sets(
    demand: Mapping[L, int], room: Mapping[R, int], accepts: Mapping[L, frozenset[R]]
) -> list[tuple[frozenset[L], frozenset[R]]]:
    """Sets of demands that accept only these rooms and need more than they hold; one per connected part.

    `demand`, `room`: how many; `accepts`: which rooms a demand may use. Empty when everything fits.
    """
    flow: dict[tuple[L, R], int] = {}
    spare = dict(room)
    unmet: list[L] = []
    for one, need in demand.items():
        left = need
        while left:
            path = _path(one, accepts, flow, spare)
            if path is None:
                unmet.append(one)
                break
            left -= _push(path, left, flow, spare)
    parts: list[tuple[frozenset[L], frozenset[R]]] = []
    for one in unmet:
        lefts, rights = _reach(one, accepts, flow)
        for part in [part for part in parts if part[1] & rights]:
            parts.remove(part)
            lefts, rights = lefts | part[0], rights | part[1]
        parts.append((lefts, rights))
    return parts


def _reach(
    start: L, accepts: Mapping[L, frozenset[R]], flow: Mapping[tuple[L, R], int]
) -> tuple[frozenset[L], frozenset[R]]:
    lefts, rights = {start}, set[R]()
    queue = [start]
    while queue:
        fresh = accepts[queue.pop()] - rights
        rights |= fresh
        more = {left for (left, right), amount in flow.items() if amount and right in fresh} - lefts
        lefts |= more
        queue.extend(more)
    return frozenset(lefts), frozenset(rights)


def _path(
    start: L, accepts: Mapping[L, frozenset[R]], flow: Mapping[tuple[L, R], int], spare: Mapping[R, int]
) -> list[tuple[L, R]] | None:
    """Shortest way to spare room: the edges to fill, between them those to give back, in order from the end."""
    came: dict[R, L] = {}
    through: dict[L, R] = {}
    users: dict[R, list[L]] = {}
    for (left, right), amount in flow.items():
        if amount:
            users.setdefault(right, []).append(left)
    queue = deque([start])
    while queue:
        left = queue.popleft()
        for right in sorted(accepts[left] - came.keys(), key=str):
            came[right] = left
            if spare[right]:
                return _trace(start, right, came, through)
            for other in users.get(right, ()):
                if other != start and other not in through:
                    through[other] = right
                    queue.append(other)
    return None


def _trace(start: L, end: R, came: Mapping[R, L], through: Mapping[L, R]) -> list[tuple[L, R]]:
    path = [(came[end], end)]
    while path[-1][0] != start:
        left = path[-1][0]
        right = through[left]
        path += [(left, right), (came[right], right)]
    return path


def _push(path: list[tuple[L, R]], left: int, flow: dict[tuple[L, R], int], spare: dict[R, int]) -> int:
    gives = path[1::2]
    amount = min([left, spare[path[0][1]], *(flow[edge] for edge in gives)])
    spare[path[0][1]] -= amount
    for edge in path[::2]:
        flow[edge] = flow.get(edge, 0) + amount
    for edge in gives:
        flow[edge] -= amount
    return amount
