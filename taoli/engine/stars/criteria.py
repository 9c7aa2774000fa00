"""What a level asks for, and whether a school's own evidence shows it."""

import enum
from dataclasses import dataclass


class Kind(enum.StrEnum):
    """What a criterion counts; FREE is judged by people alone."""

    YEARS = "years_as_mentor"
    HOURS = "training_hours"
    APPRAISALS = "published_appraisals"
    STAR = "school_star"
    STORIES = "stories"
    NO_OBJECTION = "no_open_objection"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a level; `number` is the least that is asked for (0 where nothing is counted)."""

    key: str
    label: str
    kind: Kind
    number: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a school can show of a mentor: years, lesson hours, published appraisals, the highest star of the
    school's own ladder, texts in the collection, objections not answered yet.
    """

    years: int = 0
    hours: float = 0
    appraisals: int = 0
    star: int = 0
    stories: int = 0
    open_objections: int = 0


COUNTED = {
    Kind.YEARS: "years",
    Kind.HOURS: "hours",
    Kind.APPRAISALS: "appraisals",
    Kind.STAR: "star",
    Kind.STORIES: "stories",
    Kind.NO_OBJECTION: "open_objections",
}


def value_of(criterion: Criterion, evidence: Evidence) -> float | None:
    """Return the number the evidence has for a criterion; None for a free one."""
    name = COUNTED.get(criterion.kind)
    return None if name is None else float(getattr(evidence, name))


def met(criterion: Criterion, evidence: Evidence) -> bool | None:
    """Say whether the evidence shows it; None: people judge."""
    value = value_of(criterion, evidence)
    if value is None:
        return None
    return value == 0 if criterion.kind is Kind.NO_OBJECTION else value >= criterion.number
