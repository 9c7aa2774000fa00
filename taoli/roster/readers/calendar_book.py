"""A school's own calendar (校历) as a workbook: from bytes to one statement a day, and problems. Nothing is written."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from taoli.engine.calendar import monday
from taoli.roster.readers.book import Grid
from taoli.roster.readers.calendar_dates import Years, titled_year
from taoli.roster.readers.calendar_grid import head_of, read_grid
from taoli.roster.readers.calendar_items import Entry, combine
from taoli.roster.readers.calendar_list import Found, heading_row, read_list
from taoli.roster.readers.fixed import open_book
from taoli.roster.readers.problem import Problem, RefusedError

MOST_PROBLEMS = 300
MOST_SHEETS = 12
TITLE_ROWS = 6


@dataclass
class CalendarReading:
    """What a calendar says: entry by day, problems, and notes for the preview."""

    entries: dict[dt.date, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)


def read_calendar(data: bytes, terms: tuple[tuple[dt.date, dt.date], ...], today: dt.date) -> CalendarReading:
    """Return what the workbook says of a school's terms (first and last day); refusals become its one problem."""
    try:
        grids = open_book(data).grids
    except RefusedError as refused:
        return CalendarReading(problems=[refused.problem])
    found, notes = _sheets(grids[:MOST_SHEETS], terms, today)
    if found is None:
        return CalendarReading(
            problems=[Problem("no_calendar", values={"found": "、".join(grid.name for grid in grids)})]
        )
    years = Years(terms, today, None)
    said = combine(found.items, years)
    problems = sorted([*found.problems, *said.problems], key=lambda one: (one.sheet, one.row))
    if not problems and not said.entries and not said.left_out:
        problems = [Problem("no_days")]
    notes |= {"problems": len(problems), "left_out": said.left_out, "dotted": sorted(set(found.dotted))}
    return CalendarReading(said.entries, problems[:MOST_PROBLEMS], notes)


def _sheets(
    grids: list[Grid], terms: tuple[tuple[dt.date, dt.date], ...], today: dt.date
) -> tuple[Found | None, dict[str, Any]]:
    whole = Found([], [], [])
    notes: dict[str, Any] = {"read": [], "ignored": [], "week_one": ""}
    for grid in grids:
        name, rows, formulas = grid.name, grid.rows, grid.formulas
        if not any(any(row) for row in rows) and not grid.too_large:
            continue
        if grid.too_large:
            whole.problems.append(Problem("sheet_too_large", name, values={"sheet": name}))
            continue
        years = Years(terms, today, titled_year(cell for row in rows[:TITLE_ROWS] for cell in row))
        if head_of(rows):
            found, week_one = read_grid(name, rows, formulas, years)
            notes["week_one"] = week_one.isoformat() if week_one and not notes["week_one"] else notes["week_one"]
        elif heading_row(rows):
            found = read_list(name, rows, formulas, years, _week_one(terms, today))
        else:
            notes["ignored"].append(name)
            continue
        notes["read"].append(name)
        whole.items += found.items
        whole.problems += found.problems
        whole.dotted += found.dotted
    return (whole if notes["read"] or whole.problems else None), notes


def _week_one(terms: tuple[tuple[dt.date, dt.date], ...], today: dt.date) -> dt.date | None:
    """Return the Monday of week 1 of the term that weeks are counted in: today's, else the next, else the last."""
    ahead = [starts for starts, ends in sorted(terms) if ends >= today]
    known = ahead or [starts for starts, _ends in sorted(terms, reverse=True)]
    return monday(known[0]) if known else None
