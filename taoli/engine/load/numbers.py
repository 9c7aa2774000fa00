"""The numbers of a school that a load is reckoned with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from taoli.engine.facts import ATTENTION
from taoli.engine.load.minutes import Minutes
from taoli.engine.scheme.vocabulary import Actor

# Our own assumptions where a school has no numbers yet.
TERM_WEEKS = 20
WEEKS_A_MONTH = 4.35
TERMS_A_YEAR = 2
DAYS_A_WEEK = 5
CLASSES_TAUGHT = 2.0
ATTENTION_SHARE = 0.03
CATEGORY_SHARE = 0.05
Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Deal:
    """Whom one person answers for: students, and of how many groups, classes and grades (fractions in an even deal)."""

    students: float
    classes: float = 1
    groups: float = 1
    grades: float = 1


@dataclass(frozen=True, slots=True)
class SchoolNumbers:
    """A school's numbers. `mentors` counts the homeroom teachers too; `groups` are the units in which students are
    given (study groups, rooms), 0 where there are none; `holders` says how many hold each other role (one if not
    named); `shares` which part of the students bears a category or the mark of attention; `bounds` least and most
    students a role takes, in place of the scheme's; `deals`, `lead_deals` the real mentors and homeroom teachers who
    mentor, empty before anybody is paired; `classes_of_mentor` None: as many as the scheme lets them come from.
    """

    students: int
    mentors: int
    homeroom_teachers: int
    classes: int
    grades: int
    groups: int = 0
    classes_of_mentor: float | None = None
    classes_taught: float = CLASSES_TAUGHT
    weeks: int = TERM_WEEKS
    holders: Mapping[Actor, int] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    bounds: Mapping[Actor, Bounds] = field(default_factory=dict)
    deals: tuple[Deal, ...] = ()
    lead_deals: tuple[Deal, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What a person's week is reckoned with: minutes, teaching weeks of a term, shares of marked students."""

    minutes: Minutes = field(default_factory=Minutes)
    weeks: int = TERM_WEEKS
    shares: Mapping[str, float] = field(default_factory=dict)

    def share_of(self, codes: Iterable[str]) -> float:
        """The part of the students that bears one of the marks; at most all of them."""
        return min(1.0, sum(self.shares.get(code, assumed_share(code)) for code in codes))


def assumed_share(code: str) -> float:
    """The part of the students that we assume to bear a mark, where nobody has counted."""
    return ATTENTION_SHARE if code == ATTENTION else CATEGORY_SHARE
