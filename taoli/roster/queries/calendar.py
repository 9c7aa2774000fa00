"""Terms and school days, as rows and as facts for the engine."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from taoli.common import clock
from taoli.engine import calendar as engine
from taoli.roster.models import SchoolDay, Term

NEW_YEAR_MONTH = 8
SUMMER_MONTH = 6
SECOND_TERM_MONTH = 2
DAY = dt.timedelta(days=1)
LONGEST_HOLIDAYS = dt.timedelta(days=62)  # July and August, where the term before is not entered

# The kinds that say whether a day is taught, and all that the engine is told of.
DIFFERENT = (SchoolDay.Kind.HOLIDAY, SchoolDay.Kind.MAKE_UP)
RECKONED = (*DIFFERENT, SchoolDay.Kind.EXAM)

T = TypeVar("T", bound=Term)
Around = tuple[dt.date | None, dt.date | None]


def terms(school_id: int) -> list[Term]:
    """Return the school's terms, the latest first."""
    return list(Term.objects.of(school_id).order_by("-starts", "id"))


def current_term(school_id: int, on: dt.date | None = None) -> Term | None:
    """Return the term that contains the day (today), else the latest begun, else the next; None without any."""
    return term_at(terms(school_id), on or clock.today())


def term_of_school(school_id: int, text: str) -> Term | None:
    """Return the term whose id a page was asked for; None when it is none of the school's."""
    return next((term for term in terms(school_id) if str(term.pk) == text), None)


def term_with(school_id: int, day: dt.date) -> Term | None:
    """Return the term that contains a day."""
    return next((term for term in terms(school_id) if term.starts <= day <= term.ends), None)


def term_at(known: Sequence[T], day: dt.date) -> T | None:
    """Return of terms, the latest first, the one that contains the day, else the latest begun, else the next."""
    inside = [term for term in known if term.starts <= day <= term.ends]
    begun = [term for term in known if term.starts <= day]
    return next(iter([*inside, *begun, *reversed(known)]), None)


def days_of_record(school_id: int, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of which something may still be written down: the term, the holidays before it,
    and, once it is over, the holidays after it until today; None without any term.
    """
    known = terms(school_id)
    term = term_at(known, today)
    if term is None:
        return None
    before = max((one.ends for one in known if one.ends < term.starts), default=None)
    first = before + DAY if before else term.starts - LONGEST_HOLIDAYS
    return first, max(term.ends, today)


def term_facts(term: Term) -> engine.Term:
    """Return the engine's term; its key (2026-1, 2026-2) names school year and semester and is short."""
    return engine.Term(key=term_key(term.starts), name=term.name, starts=term.starts, ends=term.ends)


def term_key(starts: dt.date) -> str:
    """Return school year and semester of a term that begins on that day: 2026-1 from August, 2026-2 from January."""
    if starts.month >= NEW_YEAR_MONTH:
        return f"{starts.year}-1"
    return f"{starts.year - 1}-{2 if starts.month < SUMMER_MONTH else 3}"


def calendar_facts(school_id: int, term: Term) -> engine.SchoolCalendar:
    """Return the engine's calendar of the term's school year: Monday to Friday, less holidays, plus make-up days."""
    known = terms(school_id)
    rows = of_year(known, term)
    days = SchoolDay.objects.of(school_id).filter(term_id__in=[one.pk for one in rows], kind__in=RECKONED)
    return calendar_of(rows, list(days.values_list("day", "kind")), around(known, rows))


def of_year(known: Iterable[T], term: Term) -> list[T]:
    """Return of terms those of a term's school year."""
    year = term_key(term.starts)[:4]
    return [one for one in known if term_key(one.starts)[:4] == year]


def around(known: Iterable[Term], year: Collection[Term]) -> Around:
    """Return the last day of the term before a year's terms and the first of the one after them, None where unknown."""
    known = list(known)
    first, last = min(one.starts for one in year), max(one.ends for one in year)
    before = max((one.ends for one in known if one.ends < first), default=None)
    return before, min((one.starts for one in known if one.starts > last), default=None)


def calendar_of(
    rows: Iterable[Term], days: Collection[tuple[dt.date, str]], neighbours: Around = (None, None)
) -> engine.SchoolCalendar:
    """Return the engine's calendar of the terms of a school year and their days that differ; events do not."""
    before, after = neighbours
    return engine.SchoolCalendar(
        terms=tuple(sorted((term_facts(one) for one in rows), key=lambda one: one.starts)),
        days={day: kind == SchoolDay.Kind.MAKE_UP for day, kind in days if kind in DIFFERENT},
        exam_weeks=frozenset(day for day, kind in days if kind == SchoolDay.Kind.EXAM),
        before=before,
        after=after,
    )


def school_days(school_id: int, term: Term) -> list[SchoolDay]:
    """Return the days of a term that differ from their weekday."""
    return list(SchoolDay.objects.of(school_id).filter(term=term).order_by("day"))


def suggested_term(after: Term | None) -> tuple[dt.date, dt.date]:
    """Return the usual first and last day of the term after one, or of the term today lies in."""
    day = after.ends + dt.timedelta(days=1) if after else clock.today()
    if after is None and day.month < SECOND_TERM_MONTH:
        day = dt.date(day.year - 1, NEW_YEAR_MONTH, 31)
    if day.month >= NEW_YEAR_MONTH or (after and day.month > SUMMER_MONTH):
        return dt.date(day.year, 9, 1), dt.date(day.year + 1, 1, 22)
    return dt.date(day.year, 2, 22), dt.date(day.year, 7, 2)
