"""Who is mentored by whom: coverage, capacity, eligibility, continuity, bodies."""

from typing import Literal

from pydantic import Field

from taoli.engine.scheme.clauses import Frozen, Keyed, Sourced
from taoli.engine.scheme.vocabulary import (
    Actor,
    BodyKind,
    ContinuityKind,
    CoverageKind,
    EligibilityException,
    EligibilityRule,
    PairingLife,
    TermMoment,
    Unit,
)

Seats = Field(default=None, ge=0, le=2000)


class Coverage(Sourced):
    """Which students have a mentor, from which moment (grade of the stage, term of the year), until when."""

    whom: CoverageKind
    from_grade: int | None = Field(default=None, ge=1, le=9)
    from_term: int | None = Field(default=None, ge=1, le=2)
    from_moment: TermMoment = TermMoment.START
    until: PairingLife = PairingLife.OPEN


class UnitBound(Frozen):
    """The same capacity said in another unit (1-2 groups OR 10 students)."""

    unit: Unit
    min: int | None = Seats
    target: int | None = Seats
    max: int | None = Seats


class Capacity(Sourced):
    """How many a mentor of one role takes, counted in `unit`, per mentor or per class taught."""

    min: int | None = Seats
    target: int | None = Seats
    max: int | None = Seats
    unit: Unit = Unit.STUDENT
    per: Literal["mentor", "class_taught"] = "mentor"
    alternative: UnitBound | None = None

    def bounds(self, unit: Unit) -> UnitBound | None:
        """The bounds counted in that unit, or None when the scheme gives none in it."""
        if unit == self.unit:
            return UnitBound(unit=unit, min=self.min, target=self.target, max=self.max)
        return self.alternative if self.alternative is not None and self.alternative.unit == unit else None


class Eligibility(Sourced):
    """Who may mentor whom."""

    rule: EligibilityRule
    exceptions: tuple[EligibilityException, ...] = ()


class Continuity(Sourced):
    """What becomes of a pairing when teaching or the school year changes."""

    kind: ContinuityKind
    successor_takes_over: bool = False


class Body(Keyed):
    """A body the scheme sets up, with who sits in it."""

    kind: BodyKind
    members: tuple[Actor, ...] = ()
