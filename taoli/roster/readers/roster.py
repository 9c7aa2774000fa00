"""The whole workbook: from bytes to staged rows and problems. Nothing is written anywhere."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.columns import ALL_SHEETS, sheet_of
from taoli.roster.readers.moves import resolve_mergers, resolve_moves
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.resolve import (
    Known,
    known_from,
    resolve_guardians,
    resolve_staff,
    resolve_students,
    resolve_teaching,
)
from taoli.roster.readers.table import Table, read_table
from taoli.roster.readers.workbook import Workbook, read_workbook

# Enough to see what is wrong; a column of 3,000 wrong cells is one mistake.
MOST_PROBLEMS = 300
RESOLVERS: dict[str, Callable[[Table, Known], None]] = {
    "students": resolve_students,
    "staff": resolve_staff,
    "teaching": resolve_teaching,
    "guardians": resolve_guardians,
    "moves": resolve_moves,
    "mergers": resolve_mergers,
}


@dataclass
class Reading:
    """What a workbook says: `staged` {sheet key: {"columns", "rows"}}, its problems, and notes for the preview."""

    staged: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return sum(len(sheet["rows"]) for sheet in self.staged.values())


def read_roster(data: bytes, now: Roster, *, today: dt.date, keep_identity: bool) -> Reading:
    """Return what the workbook says of a school whose roster is `now`; refusals become its one problem."""
    try:
        workbook = read_workbook(data, (name for sheet in ALL_SHEETS for name in sheet.names))
        tables = _tables(workbook, today=today, keep_identity=keep_identity)
    except RefusedError as refused:
        return Reading(problems=[refused.problem])
    # Without its columns a sheet says nothing, and every other sheet would seem to name unknown people.
    if all(table.legible for table in tables):
        known = known_from(now)
        for table in tables:
            RESOLVERS[table.sheet.key](table, known)
    problems = [problem for table in tables for problem in sorted(table.problems, key=lambda one: one.row)]
    if not problems and not any(table.records for table in tables):
        problems = [Problem("empty")]
    return Reading(_staged(tables), problems[:MOST_PROBLEMS], _notes(tables, len(problems)))


def _tables(workbook: Workbook, *, today: dt.date, keep_identity: bool) -> list[Table]:
    names: dict[str, str] = {}
    for name in workbook.names:
        sheet = sheet_of(name)
        if sheet is None:
            continue
        if sheet.key in names:
            raise RefusedError("sheet_twice", first=names[sheet.key], second=name)
        if name in workbook.too_large:
            raise RefusedError("sheet_too_large", sheet=name)
        names[sheet.key] = name
    if not names:
        raise RefusedError("no_sheet", found="、".join(workbook.names))
    return [
        read_table(
            sheet,
            names[sheet.key],
            workbook.sheets[names[sheet.key]],
            workbook.formulas[names[sheet.key]],
            today=today,
            keep_identity=keep_identity,
        )
        for sheet in ALL_SHEETS
        if sheet.key in names
    ]


def _staged(tables: list[Table]) -> dict[str, Any]:
    return {
        table.sheet.key: {"columns": sorted(table.headings), "rows": table.records} for table in tables if table.records
    }


def _notes(tables: list[Table], problems: int) -> dict[str, Any]:
    return {
        "problems": problems,
        "examples": sum(table.examples for table in tables),
        "identity_dropped": sum(table.dropped for table in tables),
        "ignored": {table.name: table.ignored for table in tables if table.ignored},
    }
