"""Rows with known headings, in English or Chinese, out of a sheet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.sheets import Sheet

MOST_DIGITS = 9
SEPARATORS = re.compile(r"[;；、|]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet (from 1) and its cells by heading; blank cells are left out."""

    sheet: str
    number: int
    cells: Mapping[str, str]

    def fault(self, cause: str, column: str) -> FileFault:
        return FileFault(cause, sheet=self.sheet, row=self.number, column=column)

    def text(self, column: str | None) -> str:
        return self.cells.get(column, "") if column else ""

    def many(self, column: str | None) -> tuple[str, ...]:
        """The parts of a cell that lists several, as in 一班、二班."""
        return tuple(part.strip() for part in SEPARATORS.split(self.text(column)) if part.strip())

    def count(self, column: str | None) -> int | None:
        """A whole number of at most nine digits, None for a blank."""
        text = self.text(column)
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
            raise self.fault(f"{text[:20]!r} is not a whole number of at most {MOST_DIGITS} digits", column or "")
        return int(text)

    def number_of(self, column: str) -> float | None:
        """A finite number, None for a blank."""
        text = self.text(column)
        if not text:
            return None
        number = finite(text)
        if number is None:
            raise self.fault(f"{text[:20]!r} is not a number", column)
        return number


def finite(text: str) -> float | None:
    """The number a text says, None for what is none, or is endless."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) and "_" not in text else None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet by headings. `column` maps a known name to the heading that stands for it in this sheet."""

    sheet: str
    headings: tuple[str, ...]
    column: Mapping[str, str]
    rows: tuple[Row, ...]

    def need(self, name: str) -> str:
        """The heading for a name; FileFault when the sheet has none."""
        if name not in self.column:
            raise FileFault(f"there is no column for {name}", sheet=self.sheet, row=1)
        return self.column[name]

    def keyed(self, name: str) -> Iterator[tuple[str, Row]]:
        """The rows by their id, each of which must stand once."""
        heading = self.need(name)
        seen: dict[str, int] = {}
        for row in self.rows:
            key = row.text(heading)
            if not key:
                raise row.fault("the cell is blank", heading)
            if key in seen:
                raise row.fault(f"{key!r} stands in row {seen[key]} already", heading)
            seen[key] = row.number
            yield key, row


def table_of(sheet: Sheet, words: Mapping[str, tuple[str, ...]]) -> Table:
    """The table of a sheet. `words`: the headings, in lower case, that stand for each name."""
    if not sheet.rows:
        raise FileFault("the sheet is empty", sheet=sheet.name)
    headings = sheet.rows[0]
    named = [heading for heading in headings if heading]
    for heading in named:
        if named.count(heading) > 1:
            raise FileFault("the heading stands twice", sheet=sheet.name, row=1, column=heading)
    column = {name: heading for name, known in words.items() for heading in reversed(named) if heading.lower() in known}
    rows = tuple(
        Row(
            sheet.name,
            number,
            {heading: cell for heading, cell in zip(headings, cells, strict=False) if heading and cell},
        )
        for number, cells in enumerate(sheet.rows[1:], start=2)
        if any(cells)
    )
    return Table(sheet.name, tuple(named), column, rows)
