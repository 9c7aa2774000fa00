"""What the rules look at and what they say."""

import datetime as dt
import enum
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from taoli.engine.signals.standing import Change


class Rule(enum.StrEnum):
    """The rules there are."""

    CONTACT = "contact"
    FALL = "fall"
    ABSENCE = "absence"
    CONCERNS = "concerns"
    MOOD = "mood"


@dataclass(frozen=True, slots=True)
class Absence:
    """A paper that was not written on a day; an excused one counts like any other: it is about being there."""

    day: dt.date
    papers: int = 1


@dataclass(frozen=True, slots=True)
class Concern:
    """An adult said on a day that this student needs attention; what was said is not here."""

    adult: Hashable
    day: dt.date


@dataclass(frozen=True, slots=True)
class StudentFacts:
    """The dated facts about one student.

    `since`: the first day from which a contact is expected (term, entry); None: none is expected now. `last_contact`:
    the last day on which any adult reached the student. `change`: how the latest exam compares with the student's own
    earlier ones, on `changed_on`. `low_moods`: days on which the student called the own mood low.
    """

    key: Hashable
    since: dt.date | None = None
    last_contact: dt.date | None = None
    change: Change | None = None
    changed_on: dt.date | None = None
    absences: tuple[Absence, ...] = ()
    concerns: tuple[Concern, ...] = ()
    low_moods: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How soon the rules speak; weeks back from today, and how much is needed."""

    rules: frozenset[Rule] = frozenset(Rule)
    contact_weeks: int = 4
    fall_times: float = 1.0
    fall_weeks: int = 6
    absences: int = 2
    absence_weeks: int = 8
    adults: int = 2
    adult_weeks: int = 4
    moods: int = 2
    mood_weeks: int = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule fired for a student; `facts` are the numbers by which it says why."""

    key: Hashable
    rule: Rule
    facts: Mapping[str, int | float] = field(default_factory=dict)
