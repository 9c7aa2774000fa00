"""Finds formula cells and far-away cells by streaming the sheets' XML; entities are refused, nothing is built up.

The reader of values (calamine) shows a formula's last result and never the formula, so this looks first.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

MOST_ROWS = 20_000
MOST_COLUMNS = 120
CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"

Start = Callable[[str, dict[str, str]], None]


class ForbiddenXmlError(Exception):
    """A document type or an entity: no workbook needs one."""


@dataclass
class Scan:
    """What a sheet's XML holds besides values: formula cells as (row, column), and whether cells lie too far away."""

    formulas: list[tuple[int, int]] = field(default_factory=list)
    too_large: bool = False


def sheet_files(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return sheet name → its file in the archive, in the workbook's order."""
    sheets: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            link = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            sheets[attributes.get("name", "")] = link

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    stream(archive, WORKBOOK, sheet)
    stream(archive, RELATIONS, relation)
    return {name: _inside(targets[link]) for name, link in sheets.items() if link in targets}


def scan_sheet(archive: zipfile.ZipFile, file: str) -> Scan:
    """Return the formula cells of one sheet."""
    found = Scan()
    here = (0, 0)

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal here
        if tag == "c":
            here = position(attributes.get("r", ""))
            found.too_large = found.too_large or here[0] > MOST_ROWS or here[1] > MOST_COLUMNS
        elif tag == "f":
            found.formulas.append(here)

    stream(archive, file, start)
    return found


def stream(archive: zipfile.ZipFile, file: str, start: Start) -> None:
    """Call `start(tag, attributes)` for each element; names of other namespaces keep only their last part."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(" ")[2], attributes)
    with archive.open(file) as handle:
        parser.ParseFile(handle)


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


def opened(data: bytes) -> zipfile.ZipFile:
    """Open the archive."""
    return zipfile.ZipFile(io.BytesIO(data))


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _refuse(*_args: object) -> None:
    raise ForbiddenXmlError
