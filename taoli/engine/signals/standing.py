"""A mark beside the student's own past.

Marks of two exams cannot be compared: one was harder, the other out of 150. So each is put on the scale of its own
year cohort (distance from the mean in spreads). That number stays inside: what is shown is a word about the student's
own past, never a place among others.
"""

import enum
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST_COHORT = 5  # fewer marks say nothing about a cohort
LEAST_PAST = 3  # fewer earlier exams say nothing about one's own spread
MOST_PAST = 8  # two years of midterms and finals; what lies before is another child
LEAST_SPREAD = 0.25  # a very steady student's tiny spread would make noise a change


class Direction(enum.StrEnum):
    """How a result compares with one's own earlier ones."""

    HIGHER = "higher"
    STEADY = "steady"
    LOWER = "lower"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cohort:
    """How many marks of a year there are, their mean and their spread (population standard deviation)."""

    n: int
    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class Change:
    """`by`: distance from the own mean; `spread`: the own usual distance; `n`: earlier results it is held against."""

    direction: Direction
    by: float = 0.0
    spread: float = 0.0
    n: int = 0

    @property
    def times(self) -> float:
        """Return how many of the own spreads the result lies away."""
        return abs(self.by) / self.spread if self.spread else 0.0


def cohort_of(marks: Iterable[float]) -> Cohort:
    """Return number, mean and spread of a year's marks."""
    known = list(marks)
    if not known:
        return Cohort(0, 0.0, 0.0)
    mean = math.fsum(known) / len(known)
    return Cohort(len(known), mean, math.sqrt(math.fsum((one - mean) ** 2 for one in known) / len(known)))


def standing(mark: float, cohort: Cohort) -> float | None:
    """Return the distance of a mark from its cohort's mean in spreads; None where the cohort says nothing."""
    if cohort.n < LEAST_COHORT or cohort.spread <= 0:
        return None
    return (mark - cohort.mean) / cohort.spread


def overall(standings: Iterable[float | None]) -> float | None:
    """Return the mean standing over the subjects of one exam; None without any."""
    known = [one for one in standings if one is not None]
    return math.fsum(known) / len(known) if known else None


def change_of(past: Sequence[float], now: float | None) -> Change:
    """Hold a standing against one's own earlier ones, the oldest first; UNKNOWN with fewer than LEAST_PAST of them."""
    known = list(past)[-MOST_PAST:]
    if now is None or len(known) < LEAST_PAST:
        return Change(Direction.UNKNOWN, n=len(known))
    mean = math.fsum(known) / len(known)
    variance = math.fsum((one - mean) ** 2 for one in known) / (len(known) - 1)
    spread, by = max(math.sqrt(variance), LEAST_SPREAD), now - mean
    direction = Direction.STEADY
    if abs(by) > spread:
        direction = Direction.HIGHER if by > 0 else Direction.LOWER
    return Change(direction, by, spread, len(known))
