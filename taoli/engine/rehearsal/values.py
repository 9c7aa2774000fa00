"""What a rehearsal takes and gives. No value holds a name: people are ids, results are counts and codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeVar, cast

from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.facts import Act, Cell, Finding, Leave, Mark, Pairing
from taoli.engine.scheme import RuleUse, Scheme
from taoli.engine.scheme.vocabulary import Actor
from taoli.engine.scoring import MentorSheet, ScoringFacts

Fact = TypeVar("Fact")
Source = Literal["synthetic", "own", "last_term"]
Outcome = Literal["held", "not_applicable", "not_yet", "failed", "not_modelled"]
Values = dict[str, str | int | float | None]
WORST: tuple[Outcome, ...] = ("failed", "not_yet", "held", "not_applicable", "not_modelled")


def amended(fact: Fact, **values: Any) -> Fact:
    """The same fact with some values changed, whatever kind of record it is."""
    kind: Any = type(fact)
    return cast("Fact", kind(**{name: getattr(fact, name) for name in kind.__match_args__} | values))


@dataclass(frozen=True, slots=True)
class Learner:
    """A student: where he belongs, and what the steps and duties look at. `listed`: applied for by the class."""

    id: str
    grade_id: str
    class_id: str
    sex: str = ""
    layer: str = ""
    interest: str = ""
    group_id: str = ""
    room_id: str = ""
    categories: frozenset[str] = frozenset()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Teacher:
    """A possible mentor: classes taught, the homeroom led, a speciality."""

    id: str
    grade_id: str
    classes: frozenset[str] = frozenset()
    homeroom: str = ""
    speciality: str = ""
    subject: str = ""

    @property
    def role(self) -> Actor:
        """The role whose capacity counts."""
        return Actor.LEAD_MENTOR if self.homeroom else Actor.MENTOR


@dataclass(frozen=True, slots=True)
class Roster:
    """A school's people; `people`: how many there are of each actor besides teachers and students."""

    source: Source
    learners: tuple[Learner, ...]
    teachers: tuple[Teacher, ...]
    people: Mapping[Actor, int]

    def classes(self) -> dict[str, str]:
        """Class → grade, in order."""
        return {one.class_id: one.grade_id for one in self.learners}

    def grades(self) -> tuple[str, ...]:
        """Grades in order."""
        return tuple(dict.fromkeys(one.grade_id for one in self.learners))


@dataclass(frozen=True, slots=True)
class Lived:
    """A term that was really lived, for a dry run: what stands in the books."""

    pairings: tuple[Pairing, ...]
    acts: tuple[Act, ...]
    marks: tuple[Mark, ...] = ()
    leaves: tuple[Leave, ...] = ()
    chips: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepLog:
    """One step of the matching as it went: its place, kind, whether it was carried out, what came of it."""

    place: int
    kind: str
    done: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Paired:
    """What the steps made: pairings, the log, wishes left open, hard rules that could not be kept."""

    pairings: tuple[Pairing, ...]
    log: tuple[StepLog, ...]
    shortages: tuple[Finding, ...]
    excepted: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One place where a conference or a training is due in one period: how often it was held, on which days."""

    key: str
    place_id: str
    starts: date
    ends: date
    needed: int
    held: tuple[date, ...]

    @property
    def met(self) -> bool:
        """Whether it was held as often as asked."""
        return len(self.held) >= self.needed


@dataclass(frozen=True, slots=True)
class Life:
    """A lived term: pairings with their changes, acts with the topics ticked on them, marks, leaves, meetings."""

    pairings: tuple[Pairing, ...]
    acts: tuple[Act, ...]
    marks: tuple[Mark, ...]
    leaves: tuple[Leave, ...]
    chips: Mapping[str, tuple[str, ...]]
    sittings: Mapping[str, tuple[Sitting, ...]]
    trainings: Mapping[str, tuple[int, int]]
    profiles: Mapping[str, str]
    events: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Compliance by week: cells whose due day lies in it."""

    number: int
    starts: date
    due: int
    met: int
    exempt: int


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything the report looks at. `used`: page → how many things of this run went through the product's own part
    behind it (0: it went through and found nothing of the kind).
    """

    scheme: Scheme
    typed: Mapping[str, str | int | float]
    roster: Roster
    calendar: SchoolCalendar
    term: Term
    paired: Paired
    life: Life
    cells: tuple[Cell, ...]
    scoring: ScoringFacts
    sheets: tuple[MentorSheet, ...]
    honours: Mapping[str, tuple[int, tuple[Finding, ...]]]
    allowance: float | None
    built: frozenset[str] | None
    used: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proof:
    """What the run shows of one place in the scheme."""

    outcome: Outcome
    code: str
    params: Mapping[str, str | int | float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule of the published text: outcome over all its places, with the proof of each."""

    use: RuleUse
    outcome: Outcome
    proofs: tuple[tuple[str, Proof], ...]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A whole term, rehearsed: what was typed, how it went, and the report rule by rule."""

    scheme_key: str
    seed: int
    source: Source
    typed: Mapping[str, str | int | float]
    counts: Mapping[str, int]
    steps: tuple[StepLog, ...]
    shortages: tuple[Finding, ...]
    events: tuple[Finding, ...]
    weeks: tuple[Week, ...]
    duties: Mapping[str, Mapping[str, int]]
    totals: tuple[float, ...]
    honours: Mapping[str, tuple[int, tuple[Finding, ...]]]
    allowance: float | None
    rules: tuple[RuleResult, ...]

    def outcomes(self) -> dict[str, int]:
        """How many rules came to which outcome."""
        found: dict[str, int] = {}
        for rule in self.rules:
            found[rule.outcome] = found.get(rule.outcome, 0) + 1
        return found
