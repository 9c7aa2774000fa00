"""School days and periods. Holidays and make-up days (调休) come in resolved; no clock is read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

DAYS_OF_WEEK = 7
SATURDAY = 5
DAY = timedelta(days=1)


class CycleRule(Protocol):
    """轮: its length in weeks (None while the school has not typed it), the week and weekday of its fixed
    slot.
    """

    @property
    def weeks(self) -> int | None: ...
    @property
    def anchor_week(self) -> int | None: ...
    @property
    def weekday(self) -> int | None: ...
    @property
    def first_week(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Term:
    """One term from `starts` to `ends`, both days included."""

    key: str
    name: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The terms of a school year; `days` says of a date whether it is taught (absent: Monday to Friday are);
    `exam_weeks` holds any one day of each examination week: its days are taught, and nothing is asked for in it.
    `before` and `after`: the last day of the term before these, the first of the one after them, where known.
    """

    terms: tuple[Term, ...]
    days: Mapping[date, bool] = field(default_factory=dict)
    exam_weeks: frozenset[date] = frozenset()
    before: date | None = None
    after: date | None = None

    def is_taught(self, day: date) -> bool:
        """Whether lessons are held on that day, if it lies in a term."""
        return self.days.get(day, day.weekday() < SATURDAY)

    def is_exam_week(self, day: date) -> bool:
        """Whether the day lies in an examination week."""
        return monday(day) in self.exam_mondays()

    def exam_mondays(self) -> frozenset[date]:
        """The Mondays of the examination weeks."""
        return frozenset(monday(known) for known in self.exam_weeks)


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch in which something is owed; `index` counts from 1 within the term."""

    key: str
    per: str
    starts: date
    ends: date
    index: int


class TeachingDays:
    """The taught days of one stretch, counted and found by bisection."""

    __slots__ = ("days",)

    def __init__(self, days: tuple[date, ...]) -> None:
        self.days = days

    def count(self, starts: date, ends: date) -> int:
        """How many taught days lie between two days, both included."""
        return max(0, bisect_right(self.days, ends) - bisect_left(self.days, starts))

    def last(self, starts: date, ends: date) -> date | None:
        """The last taught day between two days, or None."""
        place = bisect_right(self.days, ends)
        return self.days[place - 1] if place and self.days[place - 1] >= starts else None


def monday(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def each_day(starts: date, ends: date) -> Iterator[date]:
    """Every day between two days, both included."""
    while starts <= ends:
        yield starts
        starts += DAY


def teaching_days(calendar: SchoolCalendar, starts: date, ends: date) -> tuple[date, ...]:
    """The taught days between two days, both included, that lie in a term of the calendar."""
    days: set[date] = set()
    for term in calendar.terms:
        within = each_day(max(starts, term.starts), min(ends, term.ends))
        days.update(day for day in within if calendar.is_taught(day))
    return tuple(sorted(days))


def lesson_days(calendar: SchoolCalendar, starts: date, ends: date) -> tuple[date, ...]:
    """The taught days between two days that lie in no examination week: on these something can be asked for."""
    exams = calendar.exam_mondays()
    return tuple(day for day in teaching_days(calendar, starts, ends) if monday(day) not in exams)


def week_of(calendar: SchoolCalendar, term: Term, day: date) -> int:
    """The teaching week (weeks start on Monday, the term's first day lies in week 1); 0 outside the term."""
    if not term.starts <= day <= term.ends or term not in calendar.terms:
        return 0
    return (monday(day) - monday(term.starts)).days // DAYS_OF_WEEK + 1


def week_ends(term: Term, week: int) -> date:
    """The Sunday of a teaching week, or the term's last day if that comes first."""
    return min(term.ends, monday(term.starts) + timedelta(days=week * DAYS_OF_WEEK - 1))


def periods(calendar: SchoolCalendar, term: Term, per: str, cycle: CycleRule | None = None) -> tuple[Period, ...]:
    """The periods of a term for a cadence (`day`, `week`, `two_weeks`, `month`, `cycle`, `term`, `year`,
    `once`). A part period at either end counts when it holds at least half of its teaching days (schemes.md,
    calendar); days of examination weeks are left out like those beyond the term's ends, so an examination week
    asks for nothing by the day or week. A period without any day left never counts. A cycle without a length has
    no periods. ValueError: unknown `per`.
    """
    if per in {"term", "year", "once"}:
        return (_long_period(calendar, term, per),)
    if per == "day":
        days = lesson_days(calendar, term.starts, term.ends)
        return tuple(Period(day.isoformat(), per, day, day, place) for place, day in enumerate(days, 1))
    kept: list[Period] = []
    taught = TeachingDays(teaching_days(calendar, term.starts, term.ends))
    lessons = TeachingDays(lesson_days(calendar, term.starts, term.ends))
    for key, starts, ends in _whole_periods(term, per, cycle):
        inside = max(starts, term.starts), min(ends, term.ends)
        held = lessons.count(*inside)
        outside = sum(day.weekday() < SATURDAY for day in each_day(starts, ends) if not term.starts <= day <= term.ends)
        if held and held >= outside + taught.count(*inside) - held:
            kept.append(Period(key, per, *inside, len(kept) + 1))
    return tuple(kept)


def slot_days(calendar: SchoolCalendar, term: Term, cycle: CycleRule) -> tuple[date, ...]:
    """The day of the fixed slot in each cycle that counts (TG-18); the next taught day of the cycle if that
    one is not taught or lies in an examination week; empty while length, week or weekday are open.
    """
    if cycle.anchor_week is None or cycle.weekday is None:
        return ()
    found: list[date] = []
    for period in periods(calendar, term, "cycle", cycle):
        shift = (cycle.anchor_week - 1) * DAYS_OF_WEEK + cycle.weekday - 1
        found += lesson_days(calendar, monday(period.starts) + timedelta(days=shift), period.ends)[:1]
    return tuple(found)


def _long_period(calendar: SchoolCalendar, term: Term, per: str) -> Period:
    if per == "year":
        starts = min(known.starts for known in calendar.terms)
        ends = max(known.ends for known in calendar.terms)
        return Period(f"year-{starts.year}", per, starts, ends, 1)
    return Period(term.key if per == "term" else f"once-{term.key}", per, term.starts, term.ends, 1)


def _whole_periods(term: Term, per: str, cycle: CycleRule | None) -> Iterator[tuple[str, date, date]]:
    """Key, first and last day of every period that touches the term, not yet cut to it."""
    if per == "month":
        yield from _months(term)
        return
    first = monday(term.starts)
    if per == "cycle":
        if cycle is None or cycle.weeks is None:
            return
        weeks, first = cycle.weeks, first + timedelta(days=(cycle.first_week - 1) * DAYS_OF_WEEK)
    elif per in {"week", "two_weeks"}:
        weeks = 1 if per == "week" else 2
    else:
        raise ValueError(f"unknown cadence: {per}")
    name = {"week": "w", "two_weeks": "f", "cycle": "c"}[per]
    place = 1
    while first <= term.ends:
        following = first + timedelta(days=weeks * DAYS_OF_WEEK)
        yield f"{term.key}-{name}{place:02d}", first, following - DAY
        first, place = following, place + 1


def _months(term: Term) -> Iterator[tuple[str, date, date]]:
    first = term.starts.replace(day=1)
    while first <= term.ends:
        following = (first + timedelta(days=32)).replace(day=1)
        yield f"{first.year}-{first.month:02d}", first, following - DAY
        first = following
