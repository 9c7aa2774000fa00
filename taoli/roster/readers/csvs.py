"""A zip of CSV files, or one that is a workbook after all: opened with bounds, read as text, nothing executed."""

import csv
import io
import zipfile
import zlib
from dataclasses import dataclass, field

from taoli.roster.readers.problem import Problem, RefusedError

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED = 120 * MEGABYTE
MOST_ENTRIES = 200
MOST_RATIO = 200
MOST_LINES = 400_000
MOST_COLUMNS = 60
MOST_CELL = 2_000
# What Taoli puts before text a spreadsheet would take for a formula; taken off again.
FORCED = ("'=", "'+", "'-", "'@")
MARKED_UTF8 = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Row:
    """One line of a file: its number as an editor counts, and its cells by column."""

    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """Return a cell, empty when it is not there."""
        return self.cells.get(column, "")

    def many(self, column: str) -> list[str]:
        """Return the parts of a cell that holds a list."""
        return [part for part in (one.strip() for one in self.get(column).split(",")) if part]


@dataclass(slots=True)
class CsvFile:
    """A file by its name in the bundle, its columns and its lines."""

    name: str
    columns: list[str]
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def csv_names(data: bytes) -> dict[str, str]:
    """Return base name in lower case → name in the archive for the CSV files of a zip; empty when it is none."""
    if not data.startswith(b"PK"):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return {}
    kept = [name for name in names if name.lower().endswith(".csv") and "__MACOSX" not in name]
    return {name.replace("\\", "/").rpartition("/")[2].lower(): name for name in kept}


def read_csvs(data: bytes) -> dict[str, CsvFile]:
    """Return the files by base name in lower case; RefusedError when the zip is unfit to be opened at all."""
    names = csv_names(data)
    if len(data) > MOST_BYTES:
        raise RefusedError("too_big", size=f"{len(data) / MEGABYTE:.1f}", most=MOST_BYTES // MEGABYTE)
    left = MOST_UNPACKED
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if len(archive.infolist()) > MOST_ENTRIES:
            raise RefusedError("packed")
        for base, name in names.items():
            text = _unpacked(archive, archive.getinfo(name), left)
            left -= len(text)
            found[base] = _file(name.replace("\\", "/").rpartition("/")[2], text)
    return found


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """Return an entry's bytes, however large it says it is, but never more than are allowed."""
    if entry.flag_bits & 1:
        raise RefusedError("csv_locked", file=entry.filename)
    if entry.file_size > MEGABYTE and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
        raise RefusedError("packed")
    try:
        with archive.open(entry) as handle:
            data = handle.read(left + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise RefusedError("unreadable") from error
    if len(data) > left:
        raise RefusedError("packed")
    return data


def _file(name: str, data: bytes) -> CsvFile:
    try:
        text = data.removeprefix(MARKED_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            raise RefusedError("csv_encoding", file=name) from None
    if "\0" in text:
        raise RefusedError("csv_broken", file=name, row=1)
    return _lines(name, text)


def _lines(name: str, text: str) -> CsvFile:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found = CsvFile(name, [])
    try:
        found.columns = [cell.strip() for cell in next(reader, [])]
        if len(found.columns) > MOST_COLUMNS:
            raise RefusedError("csv_broken", file=name, row=1)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(found.rows) >= MOST_LINES:
                raise RefusedError("packed")
            if len(cells) > len(found.columns):
                values = {"n": len(cells), "columns": len(found.columns)}
                found.problems.append(Problem("csv_columns", name, reader.line_num, values=values))
                continue
            found.rows.append(Row(reader.line_num, dict(zip(found.columns, map(_cell, cells), strict=False))))
    except csv.Error:
        raise RefusedError("csv_broken", file=name, row=reader.line_num) from None
    return found


def _cell(text: str) -> str:
    text = text.strip()[:MOST_CELL]
    return text[1:] if text.startswith(FORCED) else text
