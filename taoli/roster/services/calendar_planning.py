"""What a school's calendar would change: day by day, before and after. Pure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taoli.roster.models import SchoolDay
from taoli.roster.queries.announced import announced_kind
from taoli.roster.readers.calendar_items import Entry

Kind, Source = SchoolDay.Kind, SchoolDay.Source
FRIDAY = 5
NOTHING = ""
PLAIN = Entry(NOTHING, "")


@dataclass(frozen=True, slots=True)
class DayChange:
    """One day: what is said of it now and what would be; `way`: taught, free, exam, plain or renamed."""

    day: dt.date
    before: Entry
    after: Entry
    source: str
    way: str


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """The changes in order, and days on which a correction by hand stands against the book (it stays)."""

    changes: tuple[DayChange, ...] = ()
    kept: tuple[DayChange, ...] = ()


def taught(day: dt.date, kind: str) -> bool:
    """Say whether lessons are held on a day of which `kind` is said."""
    if kind in {Kind.HOLIDAY, Kind.MAKE_UP}:
        return kind == Kind.MAKE_UP
    return day.isoweekday() <= FRIDAY


def plan_of(
    entries: Mapping[dt.date, Entry], rows: Iterable[SchoolDay], spans: Mapping[dt.date, dt.date]
) -> CalendarPlan:
    """Compare a book with the stored days; `spans` are first → last day of the terms it speaks of.

    A day that an earlier book named and this one does not goes back to what was announced.
    """
    known = {row.day: row for row in rows}
    stale = {day for day, row in known.items() if row.source == Source.BOOK and day not in entries}
    named = {first for first, last in spans.items() if any(first <= day <= last for day in entries)}
    stale = {day for day in stale if any(first in named and first <= day <= last for first, last in spans.items())}
    changes, kept = [], []
    for day in sorted({*entries, *stale}):
        row = known.get(day)
        before = _said(row)
        after, source = (_wanted(entries[day], row), Source.BOOK) if day in entries else _announced(day)
        if after == before:
            continue
        if row is not None and row.source == Source.HAND:
            kept.append(DayChange(day, before, after, row.source, "kept"))
        else:
            changes.append(DayChange(day, before, after, source, _way(day, before, after)))
    return CalendarPlan(tuple(changes), tuple(kept))


def _said(row: SchoolDay | None) -> Entry:
    return Entry(row.kind, row.note, row.follows) if row else PLAIN


def _wanted(entry: Entry, row: SchoolDay | None) -> Entry:
    """Return the book's entry, or what is there already when the book only says the same of an announced day."""
    same = row is not None and row.source == Source.ANNOUNCED and (row.kind, row.follows) == (entry.kind, entry.follows)
    return _said(row) if same and len(entry.note) <= MOST_PLAIN_NAME else entry


# 国庆节放假: the announcement's own name says as much.
MOST_PLAIN_NAME = 8


def _announced(day: dt.date) -> tuple[Entry, str]:
    return Entry(announced_kind(day), ""), Source.ANNOUNCED


def _way(day: dt.date, before: Entry, after: Entry) -> str:
    if taught(day, before.kind) != taught(day, after.kind):
        return "taught" if taught(day, after.kind) else "free"
    if after.kind == before.kind:
        return "renamed"
    if after.kind == Kind.EXAM:
        return "exam"
    return "plain" if before.kind == Kind.EXAM else "renamed"
