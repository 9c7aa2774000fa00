"""Holidays and make-up days (调休) as the State Council has announced them, from the library chinese_calendar."""

import datetime as dt
from collections.abc import Iterator

from chinese_calendar import constants

from taoli.roster.models import SchoolDay

# Next year's list comes out in autumn; the library follows with its next version.
LAST_KNOWN_YEAR = max(constants.holidays).year
FRIDAY = 4


def announced_kind(day: dt.date) -> str:
    """Return what was announced of a day: `holiday`, `make_up`, or an empty text for a day like its weekday."""
    if day in constants.holidays:
        return SchoolDay.Kind.HOLIDAY.value
    if day in constants.workdays and day.weekday() > FRIDAY:
        return SchoolDay.Kind.MAKE_UP.value
    return ""


def announced_name(day: dt.date) -> str:
    """Return the English name of the holiday that a day belongs to or is worked for; empty for any other day."""
    if not announced_kind(day):
        return ""
    name: str = constants.holidays.get(day) or constants.workdays.get(day) or ""
    return name


def announced_days(starts: dt.date, ends: dt.date) -> Iterator[tuple[dt.date, str]]:
    """Yield the announced holidays and make-up days between two days, both included."""
    day = starts
    while day <= ends:
        if kind := announced_kind(day):
            yield day, kind
        day += dt.timedelta(days=1)


def unannounced_years(starts: dt.date, ends: dt.date) -> list[int]:
    """Return the years of a term whose holidays are not known here yet: there only weekends are free."""
    return [year for year in range(starts.year, ends.year + 1) if year > LAST_KNOWN_YEAR]
