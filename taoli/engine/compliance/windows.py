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
from taoli.engine.scheme.vocabulary import Kind, Per, VacationCounts

LONG = frozenset({Per.TERM, Per.YEAR})


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
            opens, closes = _counting_days(rule, calendar, period)
            days = lessons.count(period.starts, period.ends)
            early, newest = _early(rule, term, taught), opens if rule.per == Per.ONCE else date.min
            found.append(Window(period, period.starts, opens, closes, due, early, days, newest))
    return tuple(found), lessons


def _counting_days(rule: Duty | Conference, calendar: SchoolCalendar, period: Period) -> tuple[date, date]:
    """Records of the holidays count where the duty says so; what is owed once may be done before the term.

    Home visits are made in the holidays more than at any other time (寒暑假家访), and most published texts do not say
    for which term they count (schemes.md, decision 11: the term that the scheme names). Where the text is silent they
    count for the term, or the school year, that follows: what was owed in the term before has been due, and its
    appraisal may have been published and frozen.
    """
    counts = _holidays(rule)
    before = max((other.ends for other in calendar.terms if other.ends < period.starts), default=calendar.before)
    after = min((other.starts for other in calendar.terms if other.starts > period.ends), default=calendar.after)
    opens, closes = period.starts, period.ends
    if rule.per == Per.ONCE or (rule.per in LONG and counts == VacationCounts.TERM_AFTER):
        opens = before + DAY if before else date.min
    if rule.per in LONG and counts == VacationCounts.TERM_BEFORE:
        closes = after - DAY if after else date.max
    return opens, closes


def _holidays(rule: Duty | Conference) -> VacationCounts | None:
    if not isinstance(rule, Duty):
        return None
    silent = VacationCounts.TERM_AFTER if Kind.HOME_VISIT in rule.kinds else None
    return rule.vacation_counts or silent


def _early(rule: Duty | Conference, term: Term, taught: TeachingDays) -> date | None:
    if not isinstance(rule, Duty) or rule.before_week is None:
        return None
    return taught.last(term.starts, week_ends(term, rule.before_week))
