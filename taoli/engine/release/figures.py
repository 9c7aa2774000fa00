"""A told figure, and what may be reckoned from told figures."""

from collections.abc import Iterable
from dataclasses import dataclass

LIMIT = 10  # people: smaller groups are not told of, and numbers of people go by bands of so many


@dataclass(frozen=True, slots=True)
class Figure:
    """`low` to `high` people (both included) of a group of `of` people. `stale`: a number in it is an older week's."""

    low: int
    high: int
    of: int
    stale: bool = False

    @property
    def exact(self) -> bool:
        """Whether one number is told; it is then 0 (or a sum of nothing but such)."""
        return self.low == self.high

    @property
    def few(self) -> bool:
        """Whether fewer than ten, and not nobody for certain, are told: a page says "fewer than ten"."""
        return 0 < self.high < LIMIT


@dataclass(frozen=True, slots=True)
class Part:
    """A share between `low` and `high`, each from 0 to 1."""

    low: float
    high: float


def sum_of(figures: Iterable[Figure]) -> Figure:
    """Return the sum of figures of groups that do not overlap; of none, the exact 0 of 0."""
    low = high = of = 0
    stale = False
    for one in figures:
        low, high, of, stale = low + one.low, high + one.high, of + one.of, stale or one.stale
    return Figure(low, high, of, stale)


def share(part: Figure, whole: Figure | int) -> Part | None:
    """Return the share of `part` in `whole`, which contains it (a number: a group whose size is no secret, `part.of`).

    None where the whole may be fewer than ten people.
    """
    low, high = (whole, whole) if isinstance(whole, int) else (whole.low, whole.high)
    if low < LIMIT:
        return None
    return Part(min(part.low / high, 1.0), min(part.high / low, 1.0))
