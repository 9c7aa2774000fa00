"""Every day of a term with what is said of it, by whom, and whether lessons are held."""

import datetime as dt
from dataclasses import dataclass

from taoli.engine.calendar import DAY, DAYS_OF_WEEK, each_day, monday
from taoli.roster.models import SchoolDay, Term
from taoli.roster.queries.announced import announced_kind, announced_name

FRIDAY = 5
Kind, Source = SchoolDay.Kind, SchoolDay.Source


@dataclass(frozen=True, slots=True)
class DayFacts:
    """One day of a term: kind ("" when nothing is said), its words, who says so, whether it is taught."""

    day: dt.date
    week: int
    kind: str
    note: str
    follows: int | None
    source: str
    announced: str
    taught: bool
    exam_week: bool


def term_days(school_id: int, term: Term) -> dict[dt.date, DayFacts]:
    """Return the days of a term in order; one query."""
    rows = {row.day: row for row in SchoolDay.objects.of(school_id).filter(term=term)}
    exams = {monday(day) for day, row in rows.items() if row.kind == Kind.EXAM}
    first = monday(term.starts)
    return {
        day: _facts(day, rows.get(day), (monday(day) - first).days // DAYS_OF_WEEK + 1, monday(day) in exams)
        for day in each_day(term.starts, term.ends)
    }


def _facts(day: dt.date, row: SchoolDay | None, week: int, exam_week: bool) -> DayFacts:  # noqa: FBT001 a plain fact
    kind = row.kind if row else ""
    taught = kind == Kind.MAKE_UP if kind in {Kind.HOLIDAY, Kind.MAKE_UP} else day.isoweekday() <= FRIDAY
    return DayFacts(
        day=day,
        week=week,
        kind="" if kind == Kind.ORDINARY and not (row and row.note) else kind,
        note=row.note if row else "",
        follows=row.follows if row else None,
        source=row.source if row else "",
        announced=announced_name(day),
        taught=taught,
        exam_week=exam_week,
    )


def not_taken_over(days: dict[dt.date, DayFacts]) -> int:
    """Return on how many days something is announced and nothing is said here: announced after the term was entered."""
    return sum(not one.source and bool(announced_kind(day)) for day, one in days.items())


def week_days(day: dt.date) -> list[dt.date]:
    """Return the seven days of a week from its Monday on."""
    return [monday(day) + place * DAY for place in range(DAYS_OF_WEEK)]
