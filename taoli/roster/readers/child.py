"""Runs in a process of its own, with little memory and time: bytes of a file in, its sheets' cells as JSON out.

Started by `workbook.py` as `python -m taoli.roster.readers.child KIND`; knows neither Django nor the database.
"""

import datetime as dt
import io
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetMetadata, SheetVisibleEnum

from taoli.roster.readers.book import LOST
from taoli.roster.readers.problem import RefusedError
from taoli.roster.readers.scan import Scan, scan_xlsx
from taoli.roster.readers.scan_ods import Sheet, scan_ods
from taoli.roster.readers.scan_xls import LockedError, scan_xls
from taoli.roster.readers.texts import rows_of

if sys.platform != "win32":
    import resource

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 20
# Excel keeps 15 digits of a number; what is longer has lost its end.
EXACT = 10**15
Facts = dict[str, Any]


def text(value: object) -> str:
    """Return a cell as text: whole numbers without .0, days as 2026-09-01, yes and no as 是 and 否."""
    if isinstance(value, str):
        return value.replace("\u3000", " ").replace("\u00a0", " ").replace(LOST, "").strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        if abs(value) >= EXACT:
            return f"{LOST}{value:.0f}"
        return str(int(value)) if value == int(value) else str(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value)


def read(data: bytes, kind: str) -> list[Facts]:
    """Return the sheets: name, hidden, rows of texts, formulas, merged, comments, too_large."""
    if kind == "text":
        rows, formulas = rows_of(data)
        return [{"name": "", "rows": _trimmed(rows), "formulas": formulas}]
    return _sheets(data, kind)


SCANS: dict[str, Callable[[bytes], Mapping[str, Scan]]] = {"xlsx": scan_xlsx, "ods": scan_ods, "xls": scan_xls}


def _sheets(data: bytes, kind: str) -> list[Facts]:
    scans = SCANS[kind](data)
    # Other kinds than .xlsx are unpacked whole as soon as they are opened.
    if kind != "xlsx" and any(scan.too_large for scan in scans.values()):
        return [_facts(name, scan) for name, scan in scans.items()]
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [_read(book, one, scans[one.name]) for one in book.sheets_metadata if one.name in scans]


def _read(book: CalamineWorkbook, facts: SheetMetadata, scan: Scan) -> Facts:
    one = _facts(facts.name, scan) | {"hidden": facts.visible != SheetVisibleEnum.Visible}
    if not scan.too_large:
        sheet = book.get_sheet_by_name(facts.name)
        one["rows"] = _trimmed([[text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)])
        one["merged"] = scan.merged if isinstance(scan, Sheet) else _merged(sheet.merged_cell_ranges or [])
    return one


def _facts(name: str, scan: Scan) -> Facts:
    seen = {"formulas": scan.formulas, "comments": scan.comments, "too_large": scan.too_large}
    return {"name": name, "rows": [], **seen}


def _merged(areas: list[tuple[tuple[int, int], tuple[int, int]]]) -> list[tuple[int, int, int, int]]:
    return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in areas]


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows without the empty cells and rows at their ends."""
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def limit() -> None:
    """Give this process its limits; Windows knows none, there the parent's clock alone stands guard."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def answer(data: bytes, kind: str) -> Facts:
    """Return {"sheets": …}, or {"refused": code, "values": …} when the file can be read but must not be."""
    try:
        return {"sheets": read(data, kind)}
    except RefusedError as refused:
        return {"refused": refused.problem.code, "values": refused.problem.values}
    except (LockedError, PasswordError):
        return {"refused": "locked", "values": {}}


def main() -> None:
    """Read standard input, write standard output."""
    limit()
    json.dump(answer(sys.stdin.buffer.read(), sys.argv[1]), sys.stdout)


if __name__ == "__main__":
    main()
