"""Dates as they are written in school calendars: 10月1日—7日, 2026-10-01, 10.1-10.7, 1-7日, 周三, 第10周. Pure."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from taoli.engine.calendar import monday
from taoli.roster.readers.calendar_words import WEEKDAY, weekday_number
from taoli.roster.readers.cells import CellError

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
TO = r"\s*(?:[-–—―~～]+|至|到)\s*"
IN_BRACKETS = rf"\s*(?:[（(]?\s*{WEEKDAY}(?P<{{0}}>[一二三四五六日天])\s*[）)]?)?"
# With a year any separator will do; without one 10-1 could also be a stretch of days.
FULL = r"(?P<{0}y>\d{{4}})\s*[年./-]\s*(?P<{0}m>\d{{1,2}})\s*[月./-]\s*(?P<{0}d>\d{{1,2}})(?:\s*[日号])?(?![\d月])"
SHORT = r"(?P<{0}m>\d{{1,2}})\s*[月./]\s*(?P<{0}d>\d{{1,2}})(?:\s*[日号])?(?![\d月])"
SPAN = re.compile(
    r"(?<!\d)(?:"
    + "|".join(
        (
            f"(?:{FULL.format('a')}|{SHORT.format('b')})" + IN_BRACKETS.format("w")
            + rf"(?:{TO}(?:{FULL.format('c')}|{SHORT.format('e')}|(?P<until>\d{{1,2}})(?:\s*[日号])?(?![\d月./]))"
            + IN_BRACKETS.format("v") + ")?",
            r"(?P<joined>20\d{6})(?!\d)",
        )
    )
    + ")"
)  # fmt: skip
# Within a week of the grid the month is known: 1-7日, 10日.
DAYS_ONLY = re.compile(
    rf"(?<!\d)(?P<first>\d{{1,2}})(?:\s*[日号])?{TO}(?P<last>\d{{1,2}})\s*[日号]|(?<!\d)(?P<one>\d{{1,2}})\s*[日号]"
)
WEEKDAYS_ONLY = re.compile(
    rf"{WEEKDAY}(?P<first>[一二三四五六日天])(?:(?P<to>{TO}){WEEKDAY}?(?P<last>[一二三四五六日天]))?"
)
WEEK_LABEL = re.compile(r"第?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:教学)?周?")
SERIAL = re.compile(r"[45]\d{4}")
EPOCH = dt.date(1899, 12, 30)
YEARS = re.compile(r"(20\d\d)\s*[-–—~至]\s*(20\d\d)\s*学?年?")
NEW_YEAR_MONTH = 8
DIGITS = "一二三四五六七八九"
CHINESE_NUMBER = re.compile(rf"(?:(?P<tens>[{DIGITS}])?(?P<ten>十))?(?P<ones>[{DIGITS}])?")


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last, both included, and the words they were read from."""

    first: dt.date
    last: dt.date
    text: str

    def days(self) -> list[dt.date]:
        """Every one of them."""
        return [self.first + place * DAY for place in range((self.last - self.first).days + 1)]


@dataclass(frozen=True)
class Years:
    """Which year a month belongs to: that of the title (2026-2027学年), else that of the school's term near today."""

    terms: tuple[tuple[dt.date, dt.date], ...]
    today: dt.date
    titled: int | None = None

    def date(self, month: int, day: int) -> dt.date:
        """Return the date of a month and day without a year; CellError when there is none."""
        if self.titled is not None:
            return real(self.titled if month >= NEW_YEAR_MONTH else self.titled + 1, month, day)
        years = {year for starts, ends in self.terms for year in (starts.year, ends.year)} or {self.today.year}
        found = [one for year in sorted(years) if (one := possible(year, month, day))]
        if not found:
            raise CellError("impossible_day", text=f"{month}-{day}")
        return min(found, key=lambda one: (not self.inside(one), abs((one - self.today).days)))

    def inside(self, day: dt.date) -> bool:
        """Say whether the day lies in a term."""
        return any(starts <= day <= ends for starts, ends in self.terms)


def titled_year(texts: Iterable[str]) -> int | None:
    """Return the first year of a school year that a title names: 2026 of 2026-2027学年."""
    for text in texts:
        match = YEARS.search(text)
        if match and int(match[2]) == int(match[1]) + 1:
            return int(match[1])
    return None


def possible(year: int, month: int, day: int) -> dt.date | None:
    """Return a date, or None when there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def real(year: int, month: int, day: int) -> dt.date:
    """Return a date; CellError when there is no such day."""
    found = possible(year, month, day)
    if found is None:
        raise CellError("impossible_day", text=f"{year}-{month}-{day}")
    return found


def spans_in(text: str, years: Years) -> list[Span]:
    """Return every date and stretch of dates in a text; CellError for days that are none, or run backwards."""
    return [_span(match, years) for match in SPAN.finditer(text)]


def _span(match: re.Match[str], years: Years) -> Span:
    if joined := match["joined"]:
        only = real(int(joined[:4]), int(joined[4:6]), int(joined[6:]))
        return Span(only, only, match[0])
    first = _end(match, "a", years) or _end(match, "b", years)
    assert first is not None  # one of the two has matched
    _check_weekday(first, match["w"])
    last = _end(match, "c", years) or _end(match, "e", years) or first
    if match["until"]:
        last = real(first.year, first.month, int(match["until"]))
    elif last < first and match["em"] and last.month < first.month:
        last = real(last.year + 1, last.month, last.day)
    _check_weekday(last, match["v"])
    return Span(first, last, match[0])


def _end(match: re.Match[str], name: str, years: Years) -> dt.date | None:
    if not match[f"{name}m"]:
        return None
    month, day = int(match[f"{name}m"]), int(match[f"{name}d"])
    year = match.groupdict().get(f"{name}y")
    return real(int(year), month, day) if year else years.date(month, day)


def _check_weekday(day: dt.date, letter: str | None) -> None:
    if letter and weekday_number(letter) != day.isoweekday():
        raise CellError("weekday_mismatch", day=day.isoformat(), weekday=letter, real="一二三四五六日"[day.weekday()])


def day_of(text: str, years: Years) -> list[Span]:
    """Return what a date cell holds: dates, stretches, or a day's number in Excel; CellError when it holds none."""
    if SERIAL.fullmatch(text):
        only = EPOCH + int(text) * DAY
        return [Span(only, only, text)]
    found = spans_in(text, years)
    if not found:
        raise CellError("not_day", text=text)
    return found


def week_number(text: str) -> int | None:
    """Return the number of a teaching week: 第10周, 10, 第十二周; None when the text is none."""
    match = WEEK_LABEL.fullmatch(text.strip())
    if not match:
        return None
    return int(match[1]) if match[1].isdecimal() else _chinese_number(match[1])


def _chinese_number(text: str) -> int | None:
    match = CHINESE_NUMBER.fullmatch(text)
    if not match:
        return None
    tens = DIGITS.index(match["tens"]) + 1 if match["tens"] else 1
    ones = DIGITS.index(match["ones"]) + 1 if match["ones"] else 0
    return tens * 10 + ones if match["ten"] else ones


def near_days(text: str, base: dt.date, years: Years) -> list[Span]:
    """Return the days a remark beside the week from `base` on names, dates first, else 10日, else 周三."""
    found = spans_in(text, years)
    if not found:
        found = [_days_only(match, base) for match in DAYS_ONLY.finditer(text)]
    if not found:
        found = [_weekdays_only(match, base) for match in WEEKDAYS_ONLY.finditer(text)]
    return found


def _days_only(match: re.Match[str], base: dt.date) -> Span:
    first = _nearest(int(match["first"] or match["one"]), base)
    last = first
    if match["last"]:
        last = real(first.year, first.month, int(match["last"]))
    return Span(first, last, match[0])


def _nearest(number: int, base: dt.date) -> dt.date:
    around = [base + place * DAY for place in range(-7, 21)]
    found = [day for day in around if day.day == number]
    if not found:
        raise CellError("not_near", day=number, week=base.isoformat())
    return min(found, key=lambda day: abs((day - base).days - 3))


def _weekdays_only(match: re.Match[str], base: dt.date) -> Span:
    start = monday(base + 2 * DAY)  # a week that begins on Sunday has its Monday next
    first = start + (weekday_number(match["first"]) - 1) * DAY
    last = start + (weekday_number(match["last"]) - 1) * DAY if match["last"] else first
    return Span(first, last, match[0])
