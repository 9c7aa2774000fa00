"""What a school's calendar says, entry by entry, brought to one statement a day; contradictions are problems."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from taoli.roster.models import SchoolDay
from taoli.roster.queries.announced import announced_kind
from taoli.roster.readers.calendar_dates import Span, Years
from taoli.roster.readers.calendar_words import SWAP, follows_in, is_festival, weekday_number
from taoli.roster.readers.cells import CellError
from taoli.roster.readers.problem import Problem

Kind = SchoolDay.Kind
FRIDAY = 5
# Longer than any of a term: a slip of the pen in one of the two days.
LONGEST = {Kind.EXAM: 21, Kind.MAKE_UP: 14, Kind.HOLIDAY: 100, Kind.EVENT: 60}
MOST_NOTE = 80


@dataclass(frozen=True)
class Item:
    """One entry: days, kind (or SWAP), words, the weekday whose timetable is followed, and where it stands."""

    spans: tuple[Span, ...]
    kind: str
    name: str
    sheet: str
    row: int
    column: str
    follows: int | None = None

    def problem(self, code: str, **values: Any) -> Problem:
        """Return a problem at this place."""
        return Problem(code, self.sheet, self.row, self.column, values)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one day."""

    kind: str
    note: str
    follows: int | None = None


@dataclass
class Statements:
    """Day → entry, problems, and what lies outside the terms and was left out."""

    entries: dict[dt.date, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left_out: list[dict[str, Any]] = field(default_factory=list)


def followed(text: str, years: Years) -> tuple[int | None, str]:
    """Return the weekday whose timetable a text names, and the text without these words."""
    match = follows_in(text)
    if match is None:
        return None, text
    rest = text[: match.start()] + " " + text[match.end() :]
    if match["weekday"]:
        return weekday_number(match["weekday"]), rest
    weekday = years.date(int(match["month"]), int(match["day"])).isoweekday()
    if weekday > FRIDAY:
        raise CellError("follows_weekend", text=match[0])
    return weekday, rest


def combine(items: list[Item], years: Years) -> Statements:
    """Return one entry for each day."""
    found = Statements()
    by_day: dict[dt.date, list[Item]] = defaultdict(list)
    for item in items:
        if problem := _faulty(item):
            found.problems.append(problem)
            continue
        outside = [span for span in item.spans if not any(years.inside(day) for day in span.days())]
        if outside:
            _outside(item, outside[0], found)
        for span in item.spans:
            for day in span.days():
                if years.inside(day):
                    _place(item, span, day, by_day, found)
    for day, said in by_day.items():
        _settle(day, said, found)
    return found


def _faulty(item: Item) -> Problem | None:
    if len(item.name) > MOST_NOTE:
        return item.problem("too_long", most=MOST_NOTE)
    for span in item.spans:
        if span.last < span.first:
            return item.problem("backwards", first=span.first.isoformat(), last=span.last.isoformat())
        most = LONGEST.get(Kind(item.kind), MOST_NOTE) if item.kind != SWAP else LONGEST[Kind.HOLIDAY]
        if (span.last - span.first).days >= most:
            return item.problem("long_stretch", days=(span.last - span.first).days + 1, most=most)
    return None


def _outside(item: Item, span: Span, found: Statements) -> None:
    if item.kind in {Kind.EXAM, Kind.MAKE_UP}:
        found.problems.append(item.problem("outside_terms", day=span.first.isoformat()))
    else:
        words = {"day": span.first.isoformat(), "name": item.name, "sheet": item.sheet, "row": item.row}
        found.left_out.append(words)


def _place(item: Item, span: Span, day: dt.date, by_day: dict[dt.date, list[Item]], found: Statements) -> None:
    kind, free = item.kind, announced_kind(day) == Kind.HOLIDAY
    if kind == SWAP:
        if day.isoweekday() > FRIDAY:
            kind = Kind.MAKE_UP
        elif free:
            kind = Kind.HOLIDAY
        else:
            found.problems.append(item.problem("swap_on_weekday", day=day.isoformat()))
            return
    elif kind == Kind.MAKE_UP and day.isoweekday() <= FRIDAY and not free:
        kind = Kind.EVENT  # 开学上课 on a day that is taught anyhow
    elif kind == Kind.EVENT and free and is_festival(item.name):
        kind = Kind.HOLIDAY
    elif kind == Kind.EXAM and span.last > span.first and _is_free(day):
        return  # the weekend between two exam days
    by_day[day].append(replace(item, kind=str(kind), spans=(span,)))


def _is_free(day: dt.date) -> bool:
    known = announced_kind(day)
    return known == Kind.HOLIDAY or (day.isoweekday() > FRIDAY and known != Kind.MAKE_UP)


def _settle(day: dt.date, said: list[Item], found: Statements) -> None:
    kinds = {item.kind for item in said} - {Kind.EVENT.value}
    if kinds == {Kind.HOLIDAY, Kind.EXAM} and all(
        item.spans[0].last > item.spans[0].first for item in said if item.kind == Kind.EXAM
    ):
        said = [item for item in said if item.kind != Kind.EXAM]  # the holiday within the exam weeks
        kinds = {Kind.HOLIDAY.value}
    if kinds >= {Kind.MAKE_UP, Kind.EXAM} and Kind.HOLIDAY not in kinds:
        kinds = {Kind.MAKE_UP.value}  # exams are written on a day worked in exchange
    if len(kinds) > 1:
        first = next(item for item in said if item.kind in kinds)
        other = next(item for item in reversed(said) if item.kind in kinds - {first.kind})
        words = {"day": day.isoformat(), "row": first.row, "first": first.kind, "second": other.kind}
        found.problems.append(other.problem("contradiction", **words))
        return
    kind = kinds.pop() if kinds else Kind.EVENT.value
    names = list(dict.fromkeys(item.name for item in said if item.name))
    follows = next((item.follows for item in said if item.follows), None) if kind == Kind.MAKE_UP else None
    if kind == Kind.EVENT and not names:
        return
    note = "、".join(names)
    found.entries[day] = Entry(kind, note if len(note) <= MOST_NOTE else note[: MOST_NOTE - 1] + "…", follows)
