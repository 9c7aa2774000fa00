"""Looks through an .xlsx before its values are read: formula cells, cells far away, merged areas, notes in cells.

The reader of values (calamine) shows a formula's last result and never the formula.
"""

import contextlib
import posixpath
import re
from dataclasses import dataclass, field

from taoli.roster.readers.parts import ForbiddenXmlError, Parts, stream

MOST_ROWS = 20_000
MOST_COLUMNS = 120
MOST_SHEETS = 200
CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
WORKBOOK = "xl/workbook.xml"
WORDS = "xl/sharedStrings.xml"
HIDING = (b"&#", b"<!", b"\0")
LONGEST_HEAD = 80
FORMULAS = re.compile(rb"<(?:[^\s<>/]*:)?f[\s/>]")
ANY_CELLS = re.compile(rb"<(?:[^\s<>/]*:)?c[\s/>]")
PLAIN_CELLS = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"')
RELATIONS = "xl/_rels/workbook.xml.rels"
VALUES = frozenset({"v", "is"})


class DamagedError(Exception):
    """The file is not what it says."""


class TooFarError(Exception):
    """A cell lies farther down or right than any list of people reaches: no need to look on."""


@dataclass
class Scan:
    """What a sheet holds besides values: formula cells as (row, column), notes, whether cells lie too far away."""

    formulas: list[tuple[int, int]] = field(default_factory=list)
    comments: int = 0
    too_large: bool = False
    words: bool = False

    def filled(self, row: int, column: int) -> None:
        """Note a cell with a value."""
        if row > MOST_ROWS or column > MOST_COLUMNS:
            self.too_large = True
            raise TooFarError


def scan_xlsx(data: bytes) -> dict[str, Scan]:
    """Return each sheet's scan by its name; every XML part has been checked then."""
    parts = Parts(data)
    parts.check()
    files = sheet_files(parts)
    comments = {file: _comments(parts, file) for file in files.values()}
    found = {}
    for name, file in files.items():
        found[name] = scan_sheet(parts, file)
        found[name].comments = comments[file]
    if any(scan.words for scan in found.values()) and b"<si" not in parts.xml(WORDS) and b":si" not in parts.xml(WORDS):
        raise DamagedError
    return found


def sheet_files(parts: Parts) -> dict[str, str]:
    """Return sheet name → its file in the archive, in the workbook's order; sheets of charts are left out."""
    sheets: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            sheets[attributes.get("name", "")] = next((v for k, v in attributes.items() if k.endswith(" id")), "")
            if len(sheets) > MOST_SHEETS:
                raise ForbiddenXmlError

    stream(parts.xml(WORKBOOK), sheet)
    targets = _relations(parts, RELATIONS)
    linked = {name: targets[link] for name, link in sheets.items() if link in targets}
    return {name: _inside("xl", target) for name, (kind, target) in linked.items() if kind == "worksheet"}


def scan_sheet(parts: Parts, file: str) -> Scan:
    """Return what one sheet holds besides values."""
    content = parts.xml(file)
    return quick_scan(content) or _full_scan(content)


def quick_scan(content: bytes) -> Scan | None:
    """Return the scan of a plain sheet without walking it; None when there is anything to look at more closely.

    Sound because `<` never stands inside a tag: no element f is written without `<f` or `<x:f`, and each cell is
    counted; whatever could hide one (other codings, comments, CDATA, character references) is walked through.
    """
    if any(mark in content for mark in HIDING) or b'encoding="UTF-8"' not in content[:LONGEST_HEAD]:
        return None
    cells = PLAIN_CELLS.findall(content)
    corners = [corner for ends in MERGED.findall(content) for corner in ends]
    if FORMULAS.search(content) or len(cells) != len(ANY_CELLS.findall(content)):
        return None
    if 2 * content.count(b"mergeCell ") != len(corners):
        return None
    columns = {column for column, _row in cells}
    spots = {f"{column.decode()}1" for column in columns} | {corner.decode() for corner in corners}
    lowest = max((int(row) for _column, row in cells), default=0)
    # Cells with a format only may lie far away; the walk tells them from those with a value.
    if lowest > MOST_ROWS or any(row > MOST_ROWS or column > MOST_COLUMNS for row, column in map(position, spots)):
        return None
    return Scan(words=b't="s"' in content)


def _full_scan(content: bytes) -> Scan:
    found = Scan()
    here = (0, 0)
    row, column = 0, 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal here, row, column
        if tag == "c":
            # A cell that does not say where it is stands behind the last one.
            at = attributes.get("r", "")
            here = position(at) if at else (row, column + 1)
            column = here[1]
            found.words = found.words or attributes.get("t") == "s"
        elif tag in VALUES:
            found.filled(*here)
        elif tag == "f":
            found.formulas.append(here)
            found.filled(*here)
        elif tag == "row":
            row, column = int(attributes.get("r") or row + 1), 0
        elif tag == "mergeCell":
            for corner in attributes.get("ref", "").split(":"):
                found.filled(*position(corner))

    with contextlib.suppress(TooFarError):
        stream(content, start)
    return found


def _relations(parts: Parts, name: str) -> dict[str, tuple[str, str]]:
    """Return id → (kind, target)."""
    targets: dict[str, tuple[str, str]] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            targets[attributes.get("Id", "")] = kind, attributes.get("Target", "")

    stream(parts.xml(name), relation)
    return targets


def _comments(parts: Parts, file: str) -> int:
    """Return how many notes the cells of a sheet have."""
    folder, _slash, name = file.rpartition("/")
    links = f"{folder}/_rels/{name}.rels"
    count = 0

    def comment(tag: str, _attributes: dict[str, str]) -> None:
        nonlocal count
        count += tag == "comment"

    if links in parts.entries:
        for kind, target in _relations(parts, links).values():
            if kind == "comments" and (part := _inside(folder, target)) in parts.entries:
                stream(parts.xml(part), comment)
    return count


def position(reference: str) -> tuple[int, int]:
    """Return (row, column) from 1 of a cell reference such as AB12; (0, 0) when it is none."""
    match = CELL.fullmatch(reference)
    if not match:
        return (0, 0)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def letters(column: int) -> str:
    """Return the letters of a column from 1: 28 is AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _inside(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
