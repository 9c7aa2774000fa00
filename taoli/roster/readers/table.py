"""One sheet: finds its headings, reads its rows, says what is wrong with each cell."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from taoli.roster.readers.cells import CellError, convert
from taoli.roster.readers.columns import Column, Sheet, columns_of
from taoli.roster.readers.problem import Problem
from taoli.roster.readers.scan import letters

# Titles and notes may stand above the headings.
HEADING_ROWS = 10
EXAMPLE = "示例"

Record = dict[str, Any]


@dataclass
class Table:
    """A sheet that was read: records carry `row`; `headings` are the words of the file by column key."""

    sheet: Sheet
    name: str
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    examples: int = 0
    dropped: int = 0
    legible: bool = True

    def fault(self, record: Record, key: str, code: str, **values: Any) -> None:
        """Note a problem of a record at one of its columns."""
        column = self.headings.get(key) or self.sheet.column(key).names[0]
        self.problems.append(Problem(code, self.name, record["row"], column, values))


def read_table(
    sheet: Sheet,
    name: str,
    rows: list[list[str]],
    formulas: list[tuple[int, int]],
    *,
    today: dt.date,
    keep_identity: bool,
) -> Table:
    """Return what the sheet says; its problems when headings are missing or cells do not fit."""
    table = Table(sheet, name)
    if not any(any(row) for row in rows):
        return table
    place, columns = _headings(sheet, rows)
    if place < 0:
        table.problems.append(Problem("no_headings", name, values={"wanted": _wanted(sheet)}))
        table.legible = False
        return table
    head = rows[place]
    _name_columns(table, columns, head, place)
    if table.problems:
        table.legible = False
        return table
    _note_formulas(table, columns, formulas, place)
    for number, row in enumerate(rows[place + 1 :], start=place + 2):
        _read_row(table, columns, row, number, today=today, keep_identity=keep_identity)
    return table


def _headings(sheet: Sheet, rows: list[list[str]]) -> tuple[int, dict[int, Column]]:
    for place, row in enumerate(rows[:HEADING_ROWS]):
        columns = columns_of(sheet, row)
        if len(columns) > 1:
            return place, columns
    return -1, {}


def _wanted(sheet: Sheet) -> str:
    return "、".join(column.names[0] for column in sheet.columns if column.required)


def _name_columns(table: Table, columns: dict[int, Column], head: list[str], place: int) -> None:
    table.headings = {column.key: head[at] for at, column in columns.items()}
    table.ignored = [cell for at, cell in enumerate(head) if cell and at not in columns]
    for key, times in Counter(column.key for column in columns.values()).items():
        if times > 1:
            names = "、".join(head[at] for at, column in columns.items() if column.key == key)
            table.problems.append(Problem("column_twice", table.name, place + 1, values={"names": names}))
    missing = [column.names[0] for column in table.sheet.columns if column.required]
    missing = [name for name in missing if _key(table.sheet, name) not in table.headings]
    for keys in table.sheet.either:
        if not set(keys) & set(table.headings):
            missing.append(" / ".join(table.sheet.column(key).names[0] for key in keys))
    table.problems += [Problem("column_missing", table.name, place + 1, values={"column": name}) for name in missing]


def _key(sheet: Sheet, name: str) -> str:
    return next(column.key for column in sheet.columns if column.names[0] == name)


def _note_formulas(table: Table, columns: dict[int, Column], formulas: list[tuple[int, int]], place: int) -> None:
    for row, at in formulas:
        if at - 1 in columns and row > place:
            column = table.headings[columns[at - 1].key] or letters(at)
            table.problems.append(Problem("formula", table.name, row, column))


def _read_row(
    table: Table,
    columns: dict[int, Column],
    row: list[str],
    number: int,
    *,
    today: dt.date,
    keep_identity: bool,
) -> None:
    cells = {column: row[at] for at, column in columns.items() if at < len(row)}
    if not any(cells.values()):
        return
    if any(text.startswith(EXAMPLE) for column, text in cells.items() if column.kind in {"number", "name"}):
        table.examples += 1
        return
    record: Record = {"row": number}
    for column, text in cells.items():
        if column.kind == "identity" and not keep_identity:
            table.dropped += bool(text)
            continue
        _read_cell(table, record, column, text, today)
    table.records.append(record)


def _read_cell(table: Table, record: Record, column: Column, text: str, today: dt.date) -> None:
    record[column.key] = None
    if not text:
        if column.required:
            table.fault(record, column.key, "empty_cell")
        return
    try:
        record[column.key] = convert(column, text, today)
    except CellError as error:
        table.fault(record, column.key, error.code, **error.values)
