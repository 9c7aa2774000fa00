"""What the matching engine is given and what it hands back: codes and values, never sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = str | int | bool | tuple[str, ...] | None
"""What a parameter of a code may be: an id, a count, or a list of ids."""


@dataclass(frozen=True, slots=True)
class Student:
    """A student of the round. `wishes` are ranked tiers of mentor ids; several ids in a tier are a tie."""

    id: str
    class_id: str = ""
    gender: str = ""
    layer: str = ""
    categories: frozenset[str] = frozenset()
    wishes: tuple[tuple[str, ...], ...] = ()
    same_gender: bool = False


@dataclass(frozen=True, slots=True)
class Mentor:
    """A mentor: bounds counted in students, classes taught, and marks (student id → "first" or "fine").

    `everywhere`: may take students of classes not taught (the exception for coaches and specialities).
    """

    id: str
    min: int = 0
    target: int | None = None
    max: int = 0
    classes: frozenset[str] = frozenset()
    marks: Mapping[str, str] = field(default_factory=dict)
    absent: bool = False
    gender: str = ""
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A study group, dormitory room, class or interest group that goes to one mentor as a whole.

    `claimed_by`: mentors who claimed it, in no order; `wishes`: the group's own tiers of mentor ids.
    """

    id: str
    student_ids: tuple[str, ...]
    class_id: str = ""
    homeroom_mentor: str = ""
    claimed_by: tuple[str, ...] = ()
    wishes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """What one unit of each soft wish costs in mode "ruled"; 0 leaves it out.

    `rank`: a wish tier lower (outside all wishes: one tier below the longest list of the round). `layer`,
    `gender`, `category`: a student beyond a mentor's fair share of that value. `same_gender`: a student who
    asked for a mentor of the same gender and has another. `class_spread`: a class beyond a mentor's first.
    `mark`: gained once for a student marked "fine" and twice for "first" who wished for that mentor.
    """

    rank: int = 4
    layer: int = 1
    gender: int = 1
    category: int = 1
    same_gender: int = 4
    class_spread: int = 0
    mark: int = 1


@dataclass(frozen=True, slots=True)
class Rules:
    """Hard rules. `pinned`: student id → (mentor id, recorded reason); `category_cap`: most per mentor."""

    max_classes_per_mentor: int | None = 2
    teaches_class: bool = False
    apart: tuple[frozenset[str], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    pinned: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    category_cap: Mapping[str, int] = field(default_factory=dict)
    weights: Weights = field(default_factory=Weights)


@dataclass(frozen=True, slots=True)
class Problem:
    """One round: who is to be matched with whom, under which rules, with which published lottery seed."""

    students: tuple[Student, ...]
    mentors: tuple[Mentor, ...]
    rules: Rules = field(default_factory=Rules)
    seed: int = 0
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact found, as a code and its values; the app makes the sentence."""

    code: str
    params: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a student has this seat, as a code and its values."""

    code: str
    params: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Move:
    """A student whom a repair took from the seat of the first allocation ("" when there was none)."""

    student_id: str
    from_mentor: str
    to_mentor: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two students changing seats, what it would newly break, and how many wish ranks it costs in all."""

    student_id: str
    partner_id: str
    rank_change: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the result promises and what the independent checker recounted.

    `promise`: "stable" (no blocking pair), "no_justified_envy" (only claims to empty seats),
    "rules_kept" (hard rules hold; the counts say what envy is left), "balanced" (nobody chose), "least_cost"
    (mode "ruled": no seating costs less) or "near_least_cost" (none costs less than `bound`).
    `truthful`: no student could gain by misreporting (full lists, no repair, no side rule at work).
    "minimum_rank": no seating within loads and eligibility has a smaller total rank (`total_rank` = `bound`).
    `total_rank`: the ranks of all students added up, a seat outside the wishes one more than the last wish;
    `bound`: no seating has less, proved by `prices` (mentor → dual price, see `check_prices`).
    "fewest_moves": a re-match moves `moves_bound` students, no seating fewer, and none that moves as few has a
    smaller total rank; "least_rank_for_moves": no seating with as few moves has a smaller total rank.
    In a re-match `prices` prove the bound on `rank_price` × ranks + `move_price` × moves, `move_prices` that on
    the moves alone, and `displaced` counts those who cannot keep a seat.
    `open_classes`: mentors whom the limit on classes closed to all other classes.
    `cost`: of the soft wishes by their weights; `bound`: no seating costs less; `gap`: (cost - bound) / |cost|.
    `claims`: units claimed by a mentor; `claims_served`: of these, how many a claimant got (no seating serves more).
    """

    promise: str
    seed: int
    truthful: bool
    broken_rules: int
    justified_envy: int
    empty_seat_claims: int
    open_classes: Mapping[str, tuple[str, ...]]
    notes: tuple[Finding, ...] = ()
    total_rank: int | None = None
    bound: int | None = None
    prices: Mapping[str, int] = field(default_factory=dict)
    rank_price: int = 1
    move_price: int = 0
    displaced: int | None = None
    moves_bound: int | None = None
    move_prices: Mapping[str, int] = field(default_factory=dict)
    cost: int | None = None
    gap: float | None = None
    claims: int = 0
    claims_served: int = 0


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of students and loads. `first`, `top3`: seats among wishes; `no_wishes`: of the unranked."""

    students: int
    mentors: int
    first: int
    top3: int
    ranked: int
    unranked: int
    no_wishes: int
    pinned: int
    moved: int
    load_min: int
    load_max: int
    off_target: int


@dataclass(frozen=True, slots=True)
class Matching:
    """Everybody has a seat. `rank`: the 1-based wish tier a student got, None outside the wishes."""

    seats: Mapping[str, str]
    rank: Mapping[str, int | None]
    reasons: Mapping[str, Reason]
    moved: tuple[Move, ...]
    certificate: Certificate
    stats: Stats


@dataclass(frozen=True, slots=True)
class Infeasible:
    """No matching keeps every rule; the findings can be counted by hand."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A point on the dial of a re-match: so many moves more than the fewest buy so many ranks."""

    extra_moves: int
    moves: int
    total_rank: int
    ranks_gained: int


@dataclass(frozen=True, slots=True)
class Change:
    """A student whose seat differs between two drafts ("" for none). `ranks`: how many ranks better, < 0 worse."""

    student_id: str
    from_mentor: str
    to_mentor: str
    from_rank: int | None
    to_rank: int | None
    ranks: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts: changed seats by student id, `stats` that differ (before, after), hard rules broken and mended.

    `gained`, `lost`: students with a better, a worse rank; `ranks`: gained in all, below 0 when lost.
    """

    changes: tuple[Change, ...]
    gained: int
    lost: int
    ranks: int
    stats: Mapping[str, tuple[int, int]]
    broken: tuple[Finding, ...]
    mended: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Changes of the rules that together make an impossible round possible, and what they cost in all.

    Codes of `changes`: "raise_maximum" and "lower_minimum" {mentor, old, new}, "raise_class_limit" {old, new},
    "raise_category_cap" {category, old, new}, "open_class" {mentor, class}, "drop_pin" {student, mentor},
    "drop_apart" and "drop_together" {rule, students: who is let out of that group}, "split_unit" {unit, students},
    "recall_mentor" {mentor}: no longer absent; "add_mentor" {mentor: a made-up id, max}: open to all classes.
    """

    changes: tuple[Finding, ...]
    cost: int


Outcome: TypeAlias = Matching | Infeasible
