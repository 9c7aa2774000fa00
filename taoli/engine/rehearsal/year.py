"""A school year for rehearsals that are given none: 2026-2027 with the announced National Day 调休."""

from datetime import date

from taoli.engine.calendar import SchoolCalendar, Term, each_day

AUTUMN = Term("2026-1", "2026-2027学年第一学期", date(2026, 9, 1), date(2027, 1, 22))
SPRING = Term("2026-2", "2026-2027学年第二学期", date(2027, 2, 22), date(2027, 7, 2))
OFF = (
    (date(2026, 9, 25), date(2026, 9, 27)),
    (date(2026, 10, 1), date(2026, 10, 7)),
    (date(2027, 1, 1), date(2027, 1, 1)),
)
MAKE_UP = (date(2026, 9, 20), date(2026, 10, 10))
EXAMS = frozenset({date(2026, 11, 4), date(2027, 1, 20)})


def sample_year() -> SchoolCalendar:
    """Two terms, the holidays and make-up days known for them, two examination weeks in the autumn."""
    off = {day: False for first, last in OFF for day in each_day(first, last)}
    return SchoolCalendar((AUTUMN, SPRING), off | dict.fromkeys(MAKE_UP, True), EXAMS)
