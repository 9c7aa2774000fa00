"""When something is owed: its periods in the term, from which day to which day records count, and until when."""

from bisect import bisect_right
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
from taoli.engine.scheme.duties import Conference, Cycle, Duty
from taoli.engine.scheme.vocabulary import Per, VacationCounts


@dataclass(frozen=True, slots=True)
class Window:
    """A period, the first day on which it can be owed, the days on which records count for it, its due day (`early`: an
    earlier day the duty names), and how many days of it are taught outside examination weeks. What is owed once is
    owed to pairings that began on `newest` or later.
    """

    period: Period
    begins: date
    opens: date
    closes: date
    due: date
    early: date | None
    taught: int
    newest: date


class Places(dict[date, int]):
    """Day → place of the window on which a record of that day counts, -1 for none; each day is sought once."""

    def __init__(self, stretch: tuple[Window, ...]) -> None:
        super().__init__()
        self.opens = [window.opens for window in stretch]
        self.closes = [window.closes for window in stretch]

    def __missing__(self, day: date) -> int:
        place = bisect_right(self.opens, day) - 1
        found = place if place >= 0 and day <= self.closes[place] else -1
        self[day] = found
        return found


def windows(
    rule: Duty | Conference, calendar: SchoolCalendar, term: Term, cycle: Cycle | None
) -> tuple[tuple[Window, ...], TeachingDays]:
    """The windows of a duty or conference in order, and the taught days outside examination weeks that they lie on.
    What is due at the end of a longer period may still be done in an examination week: its days are taught.
    """
    stretch = periods(calendar, term, rule.per, cycle) if rule.per else ()
    if not stretch:
        return (), TeachingDays(())
    taught = TeachingDays(teaching_days(calendar, stretch[0].starts, stretch[-1].ends))
    lessons = TeachingDays(lesson_days(calendar, stretch[0].starts, stretch[-1].ends))
    found = []
    for period in stretch:
        due = taught.last(period.starts, period.ends)
        if due is not None:
            opens, closes = _counting_days(rule, calendar, term, period)
            days = lessons.count(period.starts, period.ends)
            early, newest = _early(rule, term, taught), opens if rule.per == Per.ONCE else date.min
            found.append(Window(period, period.starts, opens, closes, due, early, days, newest))
    return tuple(found), lessons


def _counting_days(rule: Duty | Conference, calendar: SchoolCalendar, term: Term, period: Period) -> tuple[date, date]:
    """Records of the holidays count where the duty says so; what is owed once may be done before the term."""
    counts = rule.vacation_counts if isinstance(rule, Duty) else None
    before = max((other.ends for other in calendar.terms if other.ends < term.starts), default=None)
    after = min((other.starts for other in calendar.terms if other.starts > term.ends), default=None)
    opens, closes = period.starts, period.ends
    if rule.per == Per.ONCE or (rule.per == Per.TERM and counts == VacationCounts.TERM_AFTER):
        opens = before + DAY if before else date.min
    if rule.per == Per.TERM and counts == VacationCounts.TERM_BEFORE:
        closes = after - DAY if after else date.max
    return opens, closes


def _early(rule: Duty | Conference, term: Term, taught: TeachingDays) -> date | None:
    if not isinstance(rule, Duty) or rule.before_week is None:
        return None
    return taught.last(term.starts, week_ends(term, rule.before_week))
