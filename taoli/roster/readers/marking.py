"""A copy of what was uploaded, as values only, with each fault marked where it stands."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from taoli.roster.phrases import problem_sentence
from taoli.roster.readers.book import LOST, Grid, Upload
from taoli.roster.readers.problem import RefusedError
from taoli.roster.readers.scan import position
from taoli.roster.readers.workbook import read_book

AMBER = "#FFD27F"
LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
# What Excel takes in one cell.
LONGEST_CELL = 32_000
WIDTHS = (24, 18, 8, 18, 80)
Marks = dict[tuple[int, int], list[str]]
Problems = Sequence[Mapping[str, Any]]


def marked_copy(uploads: Sequence[Upload], problems: Problems) -> bytes:
    """Return an .xlsx: first the list of all faults (sheet 问题), then each readable sheet with its faults marked.

    Cells are texts, never formulas: what a file says must not run anywhere.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        names = {_("Problems")}
        _list(book, book.add_worksheet(_("Problems")), problems)
        amber = book.add_format({"bg_color": AMBER, "num_format": "@"})
        for upload in uploads:
            for grid in _grids(upload):
                sheet = book.add_worksheet(_free_name(grid.name, names))
                _copy(sheet, grid, _marks(upload.name, grid, problems), amber)
    return out.getvalue()


def _grids(upload: Upload) -> list[Grid]:
    try:
        return read_book(upload).grids
    except RefusedError:
        return []


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel takes and that no other sheet has."""
    plain = FORBIDDEN.sub("_", name)[:LONGEST_NAME] or "_"
    found, count = plain, 1
    while found.lower() in {one.lower() for one in taken}:
        count += 1
        found = f"{plain[: LONGEST_NAME - 4]} {count}"
    taken.add(found)
    return found


def _list(book: Any, sheet: Any, problems: Problems) -> None:
    bold, text = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, text)
    heads = (_("File"), _("Sheet"), _("Row"), _("Column"), _("What to do"))
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    sheet.freeze_panes(1, 0)
    for row, one in enumerate(problems, start=1):
        place = " ".join(filter(None, (one.get("letter", ""), one["column"])))
        cells = (one.get("file", ""), one["sheet"], str(one["row"] or ""), place, problem_sentence(one))
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell[:LONGEST_CELL], text)


def _marks(file: str, grid: Grid, problems: Problems) -> Marks:
    """Return the sentences by cell (from 0); a fault of a whole row stands at its first cell."""
    found: Marks = {}
    for one in problems:
        if one["sheet"] == grid.name and one.get("file", file) in {file, ""} and one["row"]:
            column = position(f"{one.get('letter') or 'A'}1")[1]
            found.setdefault((one["row"] - 1, column - 1), []).append(problem_sentence(one))
    return found


def _copy(sheet: Any, grid: Grid, marks: Marks, amber: Any) -> None:
    if grid.hidden:
        sheet.hide()
    for row, column, cell in _cells(grid):
        sheet.write_string(row, column, cell.replace(LOST, "")[:LONGEST_CELL])
    for (row, column), sentences in marks.items():
        cells = grid.rows[row] if row < len(grid.rows) else []
        cell = cells[column] if column < len(cells) else ""
        if cell:
            sheet.write_string(row, column, cell.replace(LOST, "")[:LONGEST_CELL], amber)
        else:
            sheet.write_blank(row, column, None, amber)
        sheet.write_comment(row, column, "\n".join(sentences), {"x_scale": 2})


def _cells(grid: Grid) -> Iterable[tuple[int, int, str]]:
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            if cell:
                yield row, column, cell
