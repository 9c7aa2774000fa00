"""When a duty is owed: its periods in the term, from which day to which day records count, and until when."""

from dataclasses import dataclass
from datetime import date

from taoli.engine.calendar import (
    DAY,
    Period,
    SchoolCalendar,
    TeachingDays,
    Term,
    lesson_days,
    periods,
    teaching_days,
    week_ends,
)
from taoli.engine.scheme.duties import Cycle, Duty
from taoli.engine.scheme.vocabulary import Per, VacationCounts


@dataclass(frozen=True, slots=True)
class Window:
    """A period, the days on which records count for it, its due day (`early`: an earlier day the duty names),
    and how many days of it are taught outside examination weeks.
    """

    period: Period
    opens: date
    closes: date
    due: date
    early: date | None
    taught: int


def windows(
    duty: Duty, calendar: SchoolCalendar, term: Term, cycle: Cycle | None
) -> tuple[tuple[Window, ...], TeachingDays]:
    """The windows of a duty in order, and the taught days outside examination weeks that they lie on. What is due
    at the end of a longer period may still be done in an examination week: its days are taught.
    """
    stretch = periods(calendar, term, duty.per, cycle)
    if not stretch:
        return (), TeachingDays(())
    taught = TeachingDays(teaching_days(calendar, stretch[0].starts, stretch[-1].ends))
    lessons = TeachingDays(lesson_days(calendar, stretch[0].starts, stretch[-1].ends))
    found = []
    for period in stretch:
        due = taught.last(period.starts, period.ends)
        if due is not None:
            opens, closes = _counting_days(duty, calendar, term, period)
            early = _early(duty, term, taught)
            days = lessons.count(period.starts, period.ends)
            found.append(Window(period, opens, closes, due, early, days))
    return tuple(found), lessons


def _counting_days(duty: Duty, calendar: SchoolCalendar, term: Term, period: Period) -> tuple[date, date]:
    """Records of the holidays count where the duty says so; what is owed once may be done before the term."""
    before = max((other.ends for other in calendar.terms if other.ends < term.starts), default=None)
    after = min((other.starts for other in calendar.terms if other.starts > term.ends), default=None)
    opens, closes = period.starts, period.ends
    if duty.per == Per.ONCE or (duty.per == Per.TERM and duty.vacation_counts == VacationCounts.TERM_AFTER):
        opens = before + DAY if before else date.min
    if duty.per == Per.TERM and duty.vacation_counts == VacationCounts.TERM_BEFORE:
        closes = after - DAY if after else date.max
    return opens, closes


def _early(duty: Duty, term: Term, taught: TeachingDays) -> date | None:
    if duty.before_week is None:
        return None
    return taught.last(term.starts, week_ends(term, duty.before_week))
