"""Runs in a process of its own, with little memory and time: bytes of a workbook in, its cells as JSON out.

Started by `workbook.py` as `python -m taoli.roster.readers.child SHEET…`; knows neither Django nor the database.
"""

import datetime as dt
import io
import json
import resource
import sys
from typing import Any

from python_calamine import CalamineWorkbook

from taoli.roster.readers.scan import opened, scan_sheet, sheet_files

MEMORY = 1024 * 1024 * 1024
CPU_SECONDS = 20
# Excel keeps 15 digits of a number; what is longer has lost its end.
EXACT = 10**15
LOST = "\u0000"


def text(value: object) -> str:
    """Return a cell as text: whole numbers without .0, days as 2026-09-01, yes and no as 是 and 否."""
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
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).replace("\u3000", " ").replace("\u00a0", " ").replace(LOST, "").strip()


def read(data: bytes, wanted: set[str]) -> dict[str, Any]:
    """Return {"names": all sheets, "sheets": {name: rows of texts}, "formulas": {name: cells}, "too_large": names}."""
    with opened(data) as archive:
        files = sheet_files(archive)
        scans = {name: scan_sheet(archive, file) for name, file in files.items() if key(name) in wanted}
    readable = [name for name, scan in scans.items() if not scan.too_large]
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        "names": list(files),
        "sheets": {
            name: [
                [text(cell) for cell in row]
                for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            for name in readable
        },
        "formulas": {name: scans[name].formulas for name in readable},
        "too_large": [name for name, scan in scans.items() if scan.too_large],
    }


def key(name: str) -> str:
    """Return a sheet's name without spaces."""
    return "".join(name.split())


def limit() -> None:
    """Give this process its limits."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def main() -> None:
    """Read standard input, write standard output."""
    limit()
    json.dump(read(sys.stdin.buffer.read(), set(sys.argv[1:])), sys.stdout)


if __name__ == "__main__":
    main()
