"""The calendar of a term with the scheme's cycles (轮) and fixed slots laid upon it."""

import datetime as dt
from dataclasses import dataclass

from taoli.common import clock
from taoli.engine.calendar import DAYS_OF_WEEK, monday, periods, slot_days
from taoli.engine.scheme.duties import Cycle
from taoli.roster.models import Term
from taoli.roster.queries.calendar import calendar_facts, term_facts
from taoli.roster.queries.calendar_days import DayFacts, not_taken_over, term_days, week_days
from taoli.schemes.queries.versions import published, rules


@dataclass(frozen=True, slots=True)
class DayCell:
    """One place of a month: the day, its facts (None outside the term), and whether a fixed slot lies on it."""

    day: dt.date
    facts: DayFacts | None
    slot: bool
    today: bool


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of a month: its number in the term (0 outside), exam week or not, its days (None: another month's)."""

    number: int
    exam: bool
    cycle: int
    days: tuple[DayCell | None, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row of which the same is said."""

    first: dt.date
    last: dt.date
    facts: DayFacts


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the term: its first day, its weeks, what is said of its days, its slots."""

    first: dt.date
    weeks: tuple[WeekRow, ...]
    said: tuple[Stretch, ...]
    slots: tuple[dt.date, ...]


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One cycle: number, first and last day, its teaching weeks, the day of the fixed slot if there is one."""

    number: int
    starts: dt.date
    ends: dt.date
    first_week: int
    last_week: int
    slot: dt.date | None


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """What the calendar shows of a term."""

    term: Term
    months: tuple[Month, ...]
    cycles: tuple[CycleRow, ...]
    cycle: Cycle | None
    slot_duties: tuple[str, ...]
    has_scheme: bool
    days: dict[dt.date, DayFacts]
    not_taken_over: int


def calendar_page(school_id: int, term: Term) -> CalendarPage:
    """Return a term's months, and the cycles and slots of the scheme last published; five queries at most."""
    version = published(school_id)
    scheme = rules(version) if version else None
    cycle = scheme.cycle if scheme else None
    rows = _cycles(school_id, term, cycle) if cycle else ()
    days = term_days(school_id, term)
    return CalendarPage(
        term=term,
        months=_months(term, days, rows),
        cycles=rows,
        cycle=cycle,
        slot_duties=tuple(duty.label for duty in scheme.duties if duty.protected_slot) if scheme else (),
        has_scheme=scheme is not None,
        days=days,
        not_taken_over=not_taken_over(days),
    )


def _cycles(school_id: int, term: Term, cycle: Cycle) -> tuple[CycleRow, ...]:
    calendar, facts = calendar_facts(school_id, term), term_facts(term)
    slots = slot_days(calendar, facts, cycle)
    first = monday(term.starts)
    return tuple(
        CycleRow(
            number=period.index,
            starts=period.starts,
            ends=period.ends,
            first_week=(monday(period.starts) - first).days // DAYS_OF_WEEK + 1,
            last_week=(monday(period.ends) - first).days // DAYS_OF_WEEK + 1,
            slot=next((day for day in slots if period.starts <= day <= period.ends), None),
        )
        for period in periods(calendar, facts, "cycle", cycle)
    )


def _months(term: Term, days: dict[dt.date, DayFacts], cycles: tuple[CycleRow, ...]) -> tuple[Month, ...]:
    found, first = [], term.starts.replace(day=1)
    slots = {row.slot for row in cycles}
    while first <= term.ends:
        following = (first + dt.timedelta(days=32)).replace(day=1)
        mine = [day for day in days if first <= day < following]
        weeks = sorted({monday(day) for day in mine})
        found.append(
            Month(
                first=first,
                weeks=tuple(_week(week, first.month, days, cycles, slots) for week in weeks),
                said=_stretches([days[day] for day in mine]),
                slots=tuple(day for day in mine if day in slots),
            )
        )
        first = following
    return tuple(found)


def _week(
    week: dt.date, month: int, days: dict[dt.date, DayFacts], cycles: tuple[CycleRow, ...], slots: set[dt.date | None]
) -> WeekRow:
    known = [days[day] for day in week_days(week) if day in days]
    cells = tuple(
        DayCell(day, days.get(day), day in slots, day == clock.today()) if day.month == month else None
        for day in week_days(week)
    )
    number = known[0].week
    cycle = next((row.number for row in cycles if row.first_week <= number <= row.last_week), 0)
    return WeekRow(number, any(one.exam_week for one in known), cycle, cells)


def _stretches(days: list[DayFacts]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for one in days:
        if not one.kind:
            continue
        last = found[-1] if found else None
        if last and (one.day - last.last).days == 1 and _same(last.facts, one):
            found[-1] = Stretch(last.first, one.day, last.facts)
        else:
            found.append(Stretch(one.day, one.day, one))
    return tuple(found)


def _same(one: DayFacts, other: DayFacts) -> bool:
    return (one.kind, one.note, one.source, one.follows, one.announced) == (
        other.kind,
        other.note,
        other.source,
        other.follows,
        other.announced,
    )
