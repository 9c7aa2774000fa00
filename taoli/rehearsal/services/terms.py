"""The demo's one term: announced holidays and make-up days, and what the school's own calendar adds."""

import datetime as dt

from taoli.engine.calendar import each_day
from taoli.roster.models import SchoolDay, Term
from taoli.roster.queries.announced import announced_days

TERM_NAME = "2026-2027学年第一学期"
TERM_STARTS = dt.date(2026, 9, 1)
TERM_ENDS = dt.date(2027, 1, 29)
# The State Council's list for 2027 is not out; New Year's Day itself is law.
NEW_YEAR = dt.date(2027, 1, 1)
Kind, Source = SchoolDay.Kind, SchoolDay.Source
# What the invented school's own calendar says: first day, last day, kind, name, whose timetable is followed.
BOOK: tuple[tuple[dt.date, dt.date, str, str, int | None], ...] = (
    (dt.date(2026, 9, 20), dt.date(2026, 9, 20), Kind.MAKE_UP, "国庆调休", 2),
    (dt.date(2026, 10, 10), dt.date(2026, 10, 10), Kind.MAKE_UP, "国庆调休", 3),
    (dt.date(2026, 10, 22), dt.date(2026, 10, 23), Kind.EVENT, "校运动会", None),
    (dt.date(2026, 11, 4), dt.date(2026, 11, 6), Kind.EXAM, "期中考试", None),
    (dt.date(2027, 1, 20), dt.date(2027, 1, 22), Kind.EXAM, "期末考试", None),
)


def make_term(school_id: int) -> Term:
    """Write the term and every day of which something is to be said."""
    term = Term.objects.create(school_id=school_id, name=TERM_NAME, starts=TERM_STARTS, ends=TERM_ENDS)
    days = {day: SchoolDay(day=day, kind=kind) for day, kind in announced_days(TERM_STARTS, TERM_ENDS)}
    for first, last, kind, note, follows in BOOK:
        for day in each_day(first, last):
            days[day] = SchoolDay(day=day, kind=kind, note=note, follows=follows, source=Source.BOOK)
    days[NEW_YEAR] = SchoolDay(day=NEW_YEAR, kind=Kind.HOLIDAY, note="元旦", source=Source.HAND)
    for row in days.values():
        row.school_id, row.term = school_id, term
    SchoolDay.objects.bulk_create(days.values())
    return term
