"""One table: reads its rows by what its columns mean, says what is wrong with each cell."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from taoli.roster.readers.cells import CellError, convert, holds_identity
from taoli.roster.readers.columns import BY_KEY, TAUGHT, Column, Sheet
from taoli.roster.readers.guess import IGNORE, Guess
from taoli.roster.readers.layout import Area
from taoli.roster.readers.problem import Problem
from taoli.roster.readers.scan import letters

EXAMPLE = "示例"

Record = dict[str, Any]


@dataclass
class Table:
    """A table that was read: records carry `row`, and `at` where a value stands in another column than its own."""

    sheet: Sheet
    area: Area
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    headings: dict[str, tuple[str, str]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    examples: int = 0
    dropped: int = 0
    legible: bool = True

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.area.sheet

    def has(self, key: str) -> bool:
        """Say whether the table has such a column."""
        return key in self.headings

    def fault(self, record: Record, key: str, code: str, **values: Any) -> None:
        """Note a problem of a record at one of its columns."""
        key = record.get("at", {}).get(key, key)
        words, letter = self.headings.get(key) or (self.sheet.column(key).names[0], "")
        self.problems.append(Problem(code, self.name, record["row"], words, values, self.area.file, letter))

    def at_head(self, code: str, **values: Any) -> None:
        """Note a problem of the headings; the table cannot be read then."""
        self.problems.append(Problem(code, self.name, self.area.row, values=values, file=self.area.file))
        self.legible = False


def read_table(guess: Guess, area: Area, *, today: dt.date, keep_identity: bool) -> Table:
    """Return what the table says; its problems when columns are missing or cells do not fit."""
    sheet = BY_KEY[guess.kind]
    columns = {int(one.place): sheet.column(one.key) for one in guess.columns if one.key != IGNORE}
    return read_area(sheet, area, columns, today=today, keep_identity=keep_identity)


def read_area(sheet: Sheet, area: Area, columns: dict[int, Column], *, today: dt.date, keep_identity: bool) -> Table:
    """Return what a table says whose columns (by place among its heads) are known."""
    table = Table(sheet, area)
    _name_columns(table, columns)
    if not table.legible:
        return table
    _note_formulas(table, columns)
    for number, cells in area.rows:
        _read_row(table, columns, number, cells, today=today, keep_identity=keep_identity)
    return table


def _name_columns(table: Table, columns: dict[int, Column]) -> None:
    heads = table.area.heads
    for place, column in columns.items():
        table.headings[column.key] = (heads[place].text, letters(heads[place].column))
    table.ignored = [head.text for place, head in enumerate(heads) if head.text and place not in columns]
    for key, times in Counter(column.key for column in columns.values()).items():
        if times > 1:
            table.at_head("column_twice", names="、".join(heads[at].text for at in columns if columns[at].key == key))
    for name in missing(table):
        table.at_head("column_missing", column=name)


def missing(table: Table) -> list[str]:
    """Return the headings a table lacks; what title and roster may say instead is not missing yet."""
    sheet, context = table.sheet, table.area.context
    given = {"class"} if context.school_class else set()
    if sheet.key == "teaching" and any(key.startswith(TAUGHT) for key in table.headings):
        given |= {"subject", "staff_name"}
    if sheet.key == "students" and (table.has("number") or table.has("name")):
        # One of number and name tells who of the roster it is, and then the class too (resolve.py).
        given |= {"number", "class"} if table.has("name") else {"name", "class"}
    names = [column.names[0] for column in sheet.columns if column.required and not table.has(column.key)]
    keys = {column.names[0]: column.key for column in sheet.columns}
    found = [name for name in names if keys[name] not in given]
    lacking = [either for either in sheet.either if not any(table.has(key) or key in given for key in either)]
    return found + [" / ".join(sheet.column(key).names[0] for key in either) for either in lacking]


def _note_formulas(table: Table, columns: dict[int, Column]) -> None:
    places = {table.area.heads[place].column: column for place, column in columns.items()}
    for row, at in table.area.formulas:
        if at in places:
            table.fault({"row": row}, places[at].key, "formula")


def _read_row(
    table: Table, columns: dict[int, Column], number: int, row: list[str], *, today: dt.date, keep_identity: bool
) -> None:
    cells = {column: row[place] for place, column in columns.items()}
    if not any(cells.values()):
        return
    if any(text.startswith(EXAMPLE) for column, text in cells.items() if column.kind in {"number", "name"}):
        table.examples += 1
        return
    record: Record = {"row": number}
    if table.area.joined:
        record["again"] = any(
            (number, table.area.heads[place].column) in table.area.joined
            for place, column in columns.items()
            if column.kind == "number"
        )
    for column, text in cells.items():
        if column.kind == "identity" and not keep_identity:
            table.dropped += bool(text)
            continue
        _read_cell(table, record, column, text, today)
    if not keep_identity and holds_identity(record.get("number") or ""):
        table.fault(record, "number", "number_is_identity")
        record["number"] = None
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
