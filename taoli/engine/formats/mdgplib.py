"""MDGPLIB text files: the benchmark for groups with members as different as can be.

First line `n m type lower upper lower upper …` (m groups; type ss: all the same size, ds: different ones), then a
line `i j d` for each pair: the distance of members i and j, from 0.
"""

import re
from dataclasses import dataclass
from math import isfinite

import numpy as np

from taoli.engine.formats.faults import FileFault
from taoli.engine.grouping import Reals

MOST_MEMBERS = 3_000
HEADER = re.compile(r"\s*(\d{1,6})\s+(\d{1,6})\s+(ss|ds)((?:\s+\d{1,6}\s+\d{1,6})+)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Distances:
    """`table`: members x members. `sizes`: of the groups, within their bounds, the first ones as large as may be."""

    table: Reals
    sizes: tuple[int, ...]


def is_mdgplib(text: str) -> bool:
    return HEADER.fullmatch(text.split("\n", 1)[0]) is not None


def distances_of(text: str) -> Distances:
    """The distances; those that no line names are 0. FileFault names the row of what is wrong."""
    lines = text.splitlines()
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        raise FileFault("this is not a header such as 10 2 ss 5 5 5 5", row=1)
    members, groups = int(header[1]), int(header[2])
    if members > MOST_MEMBERS:
        raise FileFault(f"there are more than {MOST_MEMBERS} members", row=1)
    bounds = [int(one) for one in header[4].split()]
    table = np.zeros((members, members))
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            one, other, distance = _pair(line, number, members)
            table[one, other] = table[other, one] = distance
    return Distances(table, _sizes(members, groups, bounds))


def _pair(line: str, number: int, members: int) -> tuple[int, int, float]:
    parts = line.split()
    try:
        one, other, distance = int(parts[0]), int(parts[1]), float(parts[2])
    except (ValueError, IndexError):
        raise FileFault("this is not a line such as 0 1 12.5", row=number) from None
    if len(parts) > 3 or not isfinite(distance) or not 0 <= min(one, other) <= max(one, other) < members:  # noqa: PLR2004 - i j d
        raise FileFault("there is no such pair or distance", row=number)
    return one, other, distance if one != other else 0.0


def _sizes(members: int, groups: int, bounds: list[int]) -> tuple[int, ...]:
    """Within the bounds, the first groups as large as they may be: that makes most pairs."""
    least, most = bounds[::2], bounds[1::2]
    free = members - sum(least)
    if len(least) != groups or free < 0 or sum(most) < members:
        raise FileFault(f"the bounds of {groups} groups do not fit {members} members", row=1)
    sizes = []
    for low, high in zip(least, most, strict=True):
        more = min(max(high - low, 0), free)
        sizes.append(low + more)
        free -= more
    return tuple(sizes)
