"""Frozen facts the engine calculates over. Ids are plain strings; both ends of a stretch of days belong to
it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

CellState = Literal["met", "open", "due_soon", "overdue", "exempt"]
Refused = Literal["", "once", "period"]
SubjectKind = Literal["mentee", "family", "group", "class", "grade", "school", "self"]
ATTENTION = "attention"  # the mark of 需特别关注, beside the categories


@dataclass(frozen=True, slots=True)
class Pairing:
    """One student with one mentor from `starts` to `ends` (last day, None while it lasts); a unit may be
    named.
    """

    id: str
    student_id: str
    mentor_id: str
    unit_id: str | None
    grade_id: str
    class_id: str
    starts: date
    ends: date | None = None
    end_reason: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the pairing held on that day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


class Act(NamedTuple):
    """Something done (or tried: `made` False) by one adult; `unit_id` names the group, class or grade it was for. A
    tuple, because a term has a hundred thousand of them. `refused`: it was offered and the family would rather not,
    this time (`once`) or in this period at all (`period`); then `made` is False.
    """

    id: str
    kind: str
    channel: str
    made: bool
    by: str
    student_ids: tuple[str, ...]
    on: date
    entered_on: date
    minutes: int | None = None
    theme: bool = False
    planned: bool = False
    unit_id: str | None = None
    refused: Refused = ""

    @property
    def one_to_one(self) -> bool:
        """True when exactly one student took part."""
        return len(self.student_ids) == 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated fact about a student: a category code, or `ATTENTION`."""

    student_id: str
    code: str
    starts: date
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """A mentor or student away from `starts` to `ends`; a mentor's substitute may be named."""

    person_id: str
    starts: date
    ends: date | None = None
    substitute_id: str | None = None


class Cell(NamedTuple):
    """One duty owed to one subject in one period: what was needed, what was done, by which acts, and under which law
    (its place among the laws given). A tuple, because a school has a hundred thousand of them.
    """

    duty_key: str
    subject_kind: SubjectKind
    subject_id: str
    mentor_id: str
    pairing_id: str | None
    period_key: str
    starts: date
    due: date
    needed: int
    done: int
    state: CellState
    reason: str
    act_ids: tuple[str, ...]
    law: int = 0


@dataclass(frozen=True, slots=True)
class MentorScope:
    """Who a mentor answers for in an appraisal, and where he is ranked."""

    mentor_id: str
    grade_id: str
    unit_ids: tuple[str, ...] = ()
    student_ids: tuple[str, ...] = ()
    school_id: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A code with values; apps make the sentence."""

    code: str
    params: Mapping[str, str | int | float | None]
