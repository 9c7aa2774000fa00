"""The demo's one term, with the holidays and make-up days of its year."""

import datetime as dt

import chinese_calendar

from taoli.roster.models import SchoolDay, Term

TERM_NAME = "2026-2027学年第一学期"
TERM_STARTS = dt.date(2026, 9, 1)
TERM_ENDS = dt.date(2027, 1, 29)
SATURDAY = 5
# The State Council's list for 2027 is not out; New Year's Day itself is law.
NEW_YEAR = dt.date(2027, 1, 1)
EXAMS = (dt.date(2026, 11, 4), dt.date(2026, 11, 5), dt.date(2026, 11, 6))


def make_term(school_id: int) -> Term:
    """Write the term and every day that differs from its weekday."""
    term = Term.objects.create(school_id=school_id, name=TERM_NAME, starts=TERM_STARTS, ends=TERM_ENDS)
    rows = [
        SchoolDay(school_id=school_id, term=term, day=day, kind=kind, note=note)
        for day, kind, note in days_that_differ()
    ]
    SchoolDay.objects.bulk_create(rows)
    return term


def days_that_differ() -> list[tuple[dt.date, str, str]]:
    """Return (day, kind, note) for holidays on weekdays, make-up days on weekends (调休), the mid-term exams."""
    found: list[tuple[dt.date, str, str]] = [(day, SchoolDay.Kind.EXAM, "期中考试") for day in EXAMS]
    day = TERM_STARTS
    while day.year == TERM_STARTS.year:
        holiday, name = chinese_calendar.get_holiday_detail(day)
        weekend = day.weekday() >= SATURDAY
        if holiday and name and not weekend:
            found.append((day, SchoolDay.Kind.HOLIDAY, chinese_calendar.Holiday(name).chinese))
        elif not holiday and weekend:
            found.append((day, SchoolDay.Kind.MAKE_UP, "调休"))
        day += dt.timedelta(days=1)
    found.append((NEW_YEAR, SchoolDay.Kind.HOLIDAY, "元旦"))
    return sorted(found)
