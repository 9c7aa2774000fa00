"""Reckons out of what is told what was not to be known. Knows trees and intervals, nothing of how they were made.

A *page* is a set of nodes none of which lies in another (a filter chooses them); `Tell` says what a page tells in a
week. What is told of single nodes is a mapping node → (low, high), and `parents` says which node lies in which.
"""

import random
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.optimize import LinearConstraint, milp

Interval = tuple[int, int]
Told = Mapping[str, Interval]
Page = frozenset[str]
Tell = Callable[[int, Page], Interval]
LIMIT, OPEN = 10, 5  # a small group, and how many numbers must stay possible for it


@dataclass(frozen=True)
class City:
    """`weeks`: week → leaf → true number; `sizes`: leaf → people; `standing`: leaves that send nothing after week 0."""

    parents: Mapping[str, str]
    sizes: Mapping[str, int]
    weeks: Sequence[Mapping[str, int]]
    standing: Collection[str] = ()

    @property
    def leaves(self) -> list[str]:
        return list(self.sizes)

    def under(self, node: str) -> Page:
        """Return the leaves in a node."""
        return self._under[node]

    @cached_property
    def _under(self) -> Mapping[str, Page]:
        found: dict[str, set[str]] = {node: set() for node in self.parents}
        for leaf in self.leaves:
            for node in self.path(leaf):
                found[node].add(leaf)
        return {node: frozenset(leaves) for node, leaves in found.items()}

    def path(self, node: str) -> list[str]:
        found = [node]
        while self.parents[found[-1]]:
            found.append(self.parents[found[-1]])
        return found

    def true(self, week: int, leaves: Iterable[str]) -> int:
        return sum(self.weeks[week][leaf] for leaf in leaves)


def city_of(chance: random.Random, weeks: int = 3, districts: int = 3, schools: int = 6, grades: int = 6) -> City:
    """Return a city; in some all numbers are the smallest or the greatest of their kind, where little is hidden."""
    parents = {"city": ""}
    sizes: dict[str, int] = {}
    for district in range(chance.randint(1, districts)):
        parents[f"d{district}"] = "city"
        for school in range(chance.randint(1, schools)):
            parents[name := f"d{district}s{school}"] = f"d{district}"
            for grade in range(chance.randint(1, grades)):
                parents[leaf := f"{name}g{grade}"] = name
                sizes[leaf] = chance.choice((0, 1, 6, 9, 10, 11, 18, 25, 40, 120, 300))
    kinds = chance.choice(([0, 1], [0, 9], [1], [9], [0, 1, 2, 3], list(range(12)), [0, 1, 5, 9, 10, 11, 19, 20, 37]))
    first = {leaf: min(chance.choice(kinds), size) for leaf, size in sizes.items()}
    found = [first]
    standing = {leaf for leaf in sizes if chance.random() < 0.2}
    for _week in range(weeks - 1):
        moved = {
            leaf: n if leaf in standing or chance.random() < 0.5 else min(max(n + chance.randint(-12, 12), 0), size)
            for (leaf, n), size in zip(found[-1].items(), sizes.values(), strict=True)
        }
        found.append(moved)
    return City(parents, sizes, found, standing)


def page_of(chance: random.Random, city: City) -> Page:
    """Return a page: a node, or what a filter takes of the nodes below one, each whole or by its own nodes."""
    below: dict[str, list[str]] = {}
    for node, parent in city.parents.items():
        below.setdefault(parent, []).append(node)

    def take(node: str) -> list[str]:
        if node not in below or chance.random() < 0.5:
            return [node]
        keep = chance.choice((1.0, 0.9, 0.5))
        return [one for child in below[node] if chance.random() < keep for one in take(child)]

    return frozenset(take(chance.choice(list(city.parents))))


def pairs_that_leak(city: City, tell: Tell, chance: random.Random, pairs: int) -> tuple[int, int]:
    """Subtract pairs of pages: of one week, one inside the other; or one page of two weeks. Return how many pairs stand
    for a group, or a change, of 1 to 9, and how many of these give it away: fewer than five numbers stay possible.
    So many are taken, or what is found in thirty times as many tries.
    """
    taken = found = 0
    for _try in range(30 * pairs):
        known = _weeks(city, tell, chance) if chance.random() < 0.3 else _pages(city, tell, chance)
        if known is not None:
            taken, found = taken + 1, found + known
        if taken == pairs:
            break
    return taken, found


def _weeks(city: City, tell: Tell, chance: random.Random) -> bool | None:
    week, other = chance.choices(range(len(city.weeks)), k=2)
    page = page_of(chance, city)
    inside = _inside(city, page)
    change = city.true(week, inside) - city.true(other, inside)
    if not 0 < abs(change) < LIMIT:
        return None
    (low, high), (before, until) = tell(week, page), tell(other, page)
    hideable = max(_hideable(city, week, inside), _hideable(city, other, inside))
    return _narrow(change, low - until, high - before, hideable)


def _pages(city: City, tell: Tell, chance: random.Random) -> bool | None:
    week, whole = chance.randrange(len(city.weeks)), page_of(chance, city)
    part = frozenset(one for node in sorted(whole) for one in _within(chance, city, node))
    group = _inside(city, whole) - _inside(city, part)
    if not 0 < city.true(week, group) < LIMIT:
        return None
    # What both pages show alike may be left out of both: that is a filter too.
    ways = [(tell(week, whole), tell(week, part)), (tell(week, whole - part), tell(week, part - whole))]
    alone = [tell(week, frozenset([leaf])) for leaf in group]
    low = max(sum(one for one, _ in alone), *(one[0] - two[1] for one, two in ways))
    high = min(sum(one for _, one in alone), *(one[1] - two[0] for one, two in ways))
    return _narrow(city.true(week, group), low, high, _hideable(city, week, group))


def _within(chance: random.Random, city: City, node: str) -> list[str]:
    children = [one for one, parent in city.parents.items() if parent == node]
    if not children or chance.random() < 0.3:
        return [node]
    gone = chance.choice(children)
    return [one for child in children if child != gone for one in _within(chance, city, child)]


def _inside(city: City, page: Page) -> Page:
    return frozenset(leaf for node in page for leaf in city.under(node))


def _hideable(city: City, week: int, leaves: Iterable[str]) -> int:
    """How many numbers a group could have by its size alone; that nobody of ten or more is concerned is no secret."""
    small = (one for one in leaves if city.sizes[one] < LIMIT or city.weeks[week][one])
    return 1 + sum(city.sizes[one] for one in small)


def _narrow(true: int, low: int, high: int, hideable: int) -> bool:
    assert low <= true <= high, "what is told is not true"
    return high - low + 1 < min(OPEN, hideable)


def solved(
    parents: Mapping[str, str], weeks: Sequence[Told], aim: Mapping[tuple[int, str], int], same: Collection[str] = ()
) -> dict[tuple[int, str], int]:
    """Return numbers of all leaves in all weeks that agree with everything told and make `aim` (week, leaf → weight) as
    small as can be; leaves in `same` have one number in all weeks. Solved as a whole-number programme by HiGHS.
    """
    leaves = [one for one in parents if one not in parents.values()]
    at = {
        (week, leaf): number
        for number, (week, leaf) in enumerate((w, one) for w in range(len(weeks)) for one in leaves)
    }
    lows, highs, rows = [], [], []
    for week, told in enumerate(weeks):
        sums: dict[str, list[int]] = {node: [] for node in parents}
        for leaf in leaves:
            node = leaf
            while node:
                sums[node].append(at[week, leaf])
                node = parents[node]
        for node, columns in sums.items():
            rows.append(_row(len(at), dict.fromkeys(columns, 1)))
            lows.append(told[node][0])
            highs.append(told[node][1])
        for leaf in same if week else ():
            rows.append(_row(len(at), {at[week, leaf]: 1, at[0, leaf]: -1}))
            lows.append(0)
            highs.append(0)
    goal = _row(len(at), {at[one]: weight for one, weight in aim.items()})
    found = milp(goal, constraints=LinearConstraint(np.array(rows), lows, highs), integrality=np.ones(len(at)))
    assert found.success, "what is told cannot be true"
    return {one: round(found.x[column]) for one, column in at.items()}


def _row(length: int, values: Mapping[int, int]) -> list[float]:
    row = [0.0] * length
    for column, value in values.items():
        row[column] = value
    return row


def narrow(parents: Mapping[str, str], told: Told, known: Mapping[str, int] | None = None) -> dict[str, Interval]:
    """Return node → which numbers stay possible in the light of everything told in a week, and of leaves `known`.

    Sums of a tree: up once and down once is exact.
    """
    known = known or {}
    now = {node: (known[node], known[node]) if node in known else ends for node, ends in told.items()}
    order = _downwards(parents)
    below = {node: [one for one, parent in parents.items() if parent == node] for node in parents}
    for node in reversed(order):
        if below[node]:
            now[node] = _meet(now[node], _total(now[one] for one in below[node]))
    for node in order:
        low, high = _total(now[one] for one in below[node])
        for one in below[node]:
            mine = now[one]
            others = (low - mine[0], high - mine[1])
            now[one] = _meet(mine, (now[node][0] - others[1], now[node][1] - others[0]))
    return now


def _downwards(parents: Mapping[str, str]) -> list[str]:
    order = [node for node, parent in parents.items() if not parent]
    for node in order:
        order += [one for one, parent in parents.items() if parent == node]
    return order


def _meet(one: Interval, other: Interval) -> Interval:
    return max(one[0], other[0]), min(one[1], other[1])


def _total(ends: Iterable[Interval]) -> Interval:
    low = high = 0
    for one in ends:
        low, high = low + one[0], high + one[1]
    return low, high
