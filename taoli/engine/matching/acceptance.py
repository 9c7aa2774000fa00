"""Student-proposing deferred acceptance (Gale and Shapley 1962) with capacities, on arrays.

The rounds run in numpy; the last few proposers of a large round would cost more in array calls than in
work, so all proposers of a round are treated together and only overfull mentors are sorted.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]

NOBODY = -1


def deferred_acceptance(wishes: Ints, turn: Ints, seats: Ints) -> Ints:
    """Which wish each student gets: an index into the row of `wishes`, or -1.

    `wishes` (n × k): mentor indices in order, padded with -1 at the end. `turn` (n × k): the student's turn
    at that mentor, smaller first, no two alike at one mentor. `seats` (m): capacities ≥ 0. O(n k log n).
    """
    students, ranks = wishes.shape
    step = np.zeros(students, dtype=np.int64)
    if not students or not ranks:
        return np.full(students, NOBODY, dtype=np.int64)
    at = np.full(students, NOBODY, dtype=np.int64)
    cutoff = np.where(seats > 0, np.iinfo(np.int64).max, np.iinfo(np.int64).min)
    load = np.zeros(len(seats), dtype=np.int64)
    flat_wishes, flat_turn = wishes.ravel(), turn.ravel()
    asking = np.arange(students, dtype=np.int64)
    while True:
        asking, mentor = _next_offers(asking, step, flat_wishes, flat_turn, cutoff, ranks)
        at[asking] = mentor
        load += np.bincount(mentor, minlength=len(seats))
        over = load > seats
        if not over.any():
            return np.where(at >= 0, step, NOBODY)
        asking = _cut(np.flatnonzero(over[at] & (at >= 0)), at, flat_turn, step, seats, cutoff, load, ranks)
        at[asking] = NOBODY
        step[asking] += 1


def _next_offers(
    asking: Ints, step: Ints, flat_wishes: Ints, flat_turn: Ints, cutoff: Ints, ranks: int
) -> tuple[Ints, Ints]:
    """Walk every asking student to the first mentor who would listen; who has none left drops out."""
    ready: list[Ints] = []
    targets: list[Ints] = []
    while asking.size:
        asking = asking[step[asking] < ranks]
        cell = asking * ranks + step[asking]
        mentor = flat_wishes[cell]
        listed = mentor >= 0
        heard = listed & (flat_turn[cell] < cutoff[mentor])
        ready.append(asking[heard])
        targets.append(mentor[heard])
        asking = asking[listed & ~heard]
        step[asking] += 1
    return np.concatenate(ready), np.concatenate(targets)


def _cut(
    members: Ints, at: Ints, flat_turn: Ints, step: Ints, seats: Ints, cutoff: Ints, load: Ints, ranks: int
) -> Ints:
    """Overfull mentors keep their best; returns those let go and lowers the cutoffs to the last one kept."""
    mentor = at[members]
    turn = flat_turn[members * ranks + step[members]]
    order = np.lexsort((turn, mentor))
    members, mentor, turn = members[order], mentor[order], turn[order]
    first = np.flatnonzero(np.r_[True, mentor[1:] != mentor[:-1]])
    sizes = np.diff(np.r_[first, len(mentor)])
    position = np.arange(len(mentor)) - np.repeat(first, sizes)
    kept = position < seats[mentor]
    last = position == seats[mentor] - 1
    cutoff[mentor[last]] = turn[last]
    load[mentor[first]] = seats[mentor[first]]
    gone: Ints = members[~kept]
    return gone
