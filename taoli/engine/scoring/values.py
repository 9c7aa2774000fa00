"""What scoring takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.facts import Act, Cell, Finding, MentorScope, Pairing

ItemState = Literal["scored", "waiting", "left_out"]
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class ScoringFacts:
    """A term's facts. `ticks`: an assessor's word on (mentor, item): True takes the proposal, False gives none, a
    number is the points given. `survey`: the answers on (source, mentor), `earlier` those of the term before.
    `register_done`: register filled. `as_of`: for a draft within the term, only what was due by that day counts; None
    for the whole term.
    """

    term: Term
    calendar: SchoolCalendar
    mentors: tuple[MentorScope, ...]
    pairings: tuple[Pairing, ...] = ()
    acts: tuple[Act, ...] = ()
    cells: tuple[Cell, ...] = ()
    ticks: Mapping[tuple[str, str], bool | float] = field(default_factory=dict)
    survey: Mapping[tuple[str, str], tuple[float, ...]] = field(default_factory=dict)
    earlier: Mapping[tuple[str, str], tuple[float, ...]] = field(default_factory=dict)
    register_done: Mapping[str, bool] = field(default_factory=dict)
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One line of a sheet. `points` is None unless scored; `proposed` is what a tick would give."""

    key: str
    label: str
    points: float | None
    max_points: float
    state: ItemState
    arithmetic: tuple[Finding, ...] = ()
    evidence: tuple[str, ...] = ()
    not_counted: tuple[tuple[str, str], ...] = ()
    proposed: float | None = None


@dataclass(frozen=True, slots=True)
class MentorSheet:
    """One mentor's sheet. `total` is None while an item waits or none could be scored; `rescaled`: items were
    left out and the rest was brought to `full`.
    """

    mentor_id: str
    items: tuple[ItemScore, ...]
    total: float | None
    full: float
    rescaled: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method finds: points, or None with the reason as the last finding when the item is left out."""

    points: float | None
    arithmetic: tuple[Finding, ...]
    evidence: tuple[str, ...] = ()
    not_counted: tuple[tuple[str, str], ...] = ()


def left_out(code: str, **params: str | float | None) -> Outcome:
    """An outcome without points, with the reason."""
    return Outcome(None, (Finding(code, params),))


def rounded(points: float) -> float:
    """Points to two places, halves up, as one rounds by hand."""
    return float(Decimal(repr(points)).quantize(CENT, ROUND_HALF_UP))
