"""A workbook of one known shape, as other apps read it: sheets by name, a line of headings, columns by their words."""

import datetime as dt
from collections.abc import Collection

from taoli.roster.readers.book import Book, Grid, Upload
from taoli.roster.readers.columns import Column, Sheet, columns_of, heading
from taoli.roster.readers.context import Context
from taoli.roster.readers.headlines import Head
from taoli.roster.readers.layout import Area
from taoli.roster.readers.problem import RefusedError
from taoli.roster.readers.table import Table, read_area
from taoli.roster.readers.workbook import read_book

# Titles and notes may stand above the headings.
HEADING_ROWS = 10


def open_book(data: bytes) -> Book:
    """Return the sheets of a workbook; RefusedError when it is unfit to be read at all."""
    return read_book(Upload("", data))


def sheet_named(book: Book, names: Collection[str]) -> Grid | None:
    """Return the first sheet of one of the names; RefusedError when it has cells too far away to be read."""
    grid = next((one for one in book.grids if "".join(one.name.split()) in names), None)
    if grid and grid.too_large:
        raise RefusedError("sheet_too_large", sheet=grid.name)
    return grid


def read_sheet(sheet: Sheet, grid: Grid, *, today: dt.date) -> Table:
    """Return what the sheet says; its problems when headings are missing or cells do not fit."""
    place, columns = _headings(sheet, grid.rows)
    area = _area(grid, place)
    if place < 0:
        table = Table(sheet, area)
        if any(any(row) for row in grid.rows):
            wanted = "、".join(column.names[0] for column in sheet.columns if column.required)
            table.at_head("no_headings", wanted=wanted)
        return table
    return read_area(sheet, area, columns, today=today, keep_identity=False)


def _headings(sheet: Sheet, rows: list[list[str]]) -> tuple[int, dict[int, Column]]:
    for place, row in enumerate(rows[:HEADING_ROWS]):
        columns = columns_of(sheet, row)
        if len(columns) > 1:
            return place, columns
    return -1, {}


def _area(grid: Grid, place: int) -> Area:
    words = grid.rows[place] if place >= 0 else []
    heads = [Head(column, text, heading(text)) for column, text in enumerate(words, start=1)]
    area = Area("", grid.name, 0, place + 1, heads, Context())
    if heads:
        width = len(heads)
        below = enumerate(grid.rows[place + 1 :], start=place + 2)
        area.rows = [(number, [*row, *[""] * width][:width]) for number, row in below]
        area.formulas = [(row, column) for row, column in grid.formulas if row > place + 1]
    return area
