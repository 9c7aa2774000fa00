"""Tables of text from CSV files and workbooks, whatever made them: UTF-8 or GB18030, .csv or .xlsx."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from taoli.engine.formats.faults import FileFault

MOST_BYTES = 10_000_000
MOST_UNPACKED = 200_000_000
MOST_ROWS = 300_000
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands in the file: its name and its rows of trimmed text, headings first."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def read_bytes(path: Path) -> bytes:
    """The file's bytes. FileFault above 10 MB, OSError when it cannot be read."""
    if path.stat().st_size > MOST_BYTES:
        raise FileFault(f"the file is larger than {MOST_BYTES // 1_000_000} MB")
    return path.read_bytes()


def read_text(path: Path) -> str:
    """The file's text: UTF-8 with or without a mark, else GB18030 as Chinese spreadsheets write it."""
    data = read_bytes(path)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise FileFault("the file is not text in UTF-8 or GB18030")


def read_csv(path: Path) -> Sheet:
    """The table of a CSV file; comma, semicolon or tab, whichever its first line has most of."""
    text = read_text(path)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = []
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise FileFault(f"this is not CSV ({error})", sheet=path.name) from error
    return sheet_of(path.name, rows)


def read_workbook(path: Path) -> dict[str, Sheet]:
    """The sheets of an .xlsx workbook by name; of a formula, the value that was stored with it."""
    from python_calamine import CalamineError, CalamineWorkbook

    data = read_bytes(path)
    try:
        with ZipFile(BytesIO(data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        if unpacked > MOST_UNPACKED:
            raise FileFault(f"the workbook unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return {name: sheet_of(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}
    except (BadZipFile, CalamineError) as error:
        raise FileFault("this is not an .xlsx workbook") from error


def sheet_of(name: str, rows: Iterable[Iterable[object]]) -> Sheet:
    """The table of raw rows. FileFault when it has too many rows or columns."""
    cells = tuple(tuple(_text(cell) for cell in row) for row in rows)
    if len(cells) > MOST_ROWS:
        raise FileFault(f"there are more than {MOST_ROWS} rows", sheet=name)
    if max(map(len, cells), default=0) > MOST_COLUMNS:
        raise FileFault(f"there are more than {MOST_COLUMNS} columns", sheet=name)
    return Sheet(name, cells)


def _text(cell: object) -> str:
    """A cell as people see it: 3.0 is 3."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
