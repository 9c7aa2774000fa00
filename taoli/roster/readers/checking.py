"""Does a OneRoster bundle keep the standard? Every breach with file, line, column and the standard's own word."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from taoli.roster.readers.csvs import CsvFile, Row
from taoli.roster.readers.problem import Problem
from taoli.roster.readers.standard import (
    ALL_FILES,
    ENUMERATIONS,
    EXTENSION,
    FILES,
    MANIFEST,
    MANIFEST_HEAD,
    MANIFEST_VERSION,
    MODES,
    OPEN,
    VERSION,
    VERSIONS,
    Field,
)

MOST_ID = 255
YEAR = re.compile(r"(19|20|21)\d{2}")
# The references Taoli follows; a dangling one elsewhere hurts nobody.
FOLLOWED = {("roles", "userSourcedId"), ("enrollments", "classSourcedId"), ("enrollments", "userSourcedId")}
FOLLOWED |= {("users", "agentSourcedIds"), ("classes", "courseSourcedId"), ("demographics", "sourcedId")}

Known = Mapping[tuple[str, str], tuple[str, str]]


@dataclass
class Tables:
    """The bundle's lines by the standard's file names, whether each file is a delta, and what was found wrong."""

    files: dict[str, CsvFile] = field(default_factory=dict)
    delta: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    system: str = ""

    def rows(self, file: str) -> list[Row]:
        """Return the lines of a file that hold."""
        return [row for row in self._all(file) if not self.gone(file, row)]

    def taken_back(self, file: str) -> list[Row]:
        """Return the lines of a file that no longer hold."""
        return [row for row in self._all(file) if self.gone(file, row)]

    def gone(self, file: str, row: Row) -> bool:
        """Say whether a line takes something back; in bulk files the column means nothing."""
        return file in self.delta and row.get("status") == "tobedeleted"

    def _all(self, file: str) -> list[Row]:
        return self.files[file].rows if file in self.files else []


def checked(found: dict[str, CsvFile], known: Known) -> Tables:
    """Return the tables of a bundle, with every breach of the standard in `problems`."""
    tables = Tables()
    _manifest(tables, found)
    ids = {file: {row.get("sourcedId") for row in own.rows} for file, own in tables.files.items()}
    for file, own in tables.files.items():
        tables.problems += own.problems
        _header(tables, file, own)
        _duplicates(tables, own)
        for row in own.rows:
            _row(tables, file, row, ids, known)
    return tables


def _manifest(tables: Tables, found: dict[str, CsvFile]) -> None:
    manifest = found[MANIFEST]
    if tuple(manifest.columns) != MANIFEST_HEAD:
        tables.problems.append(Problem("std_header", MANIFEST, 1, values={"column": ",".join(MANIFEST_HEAD)}))
        return
    said = {row.get("propertyName"): row for row in manifest.rows}
    for name, allowed in (("manifest.version", (MANIFEST_VERSION,)), ("oneroster.version", VERSIONS)):
        if name not in said or said[name].get("value") not in allowed:
            expected = MANIFEST_VERSION if name == "manifest.version" else VERSION
            _property(tables, said, name, expected)
    tables.system = said["source.systemName"].get("value") if "source.systemName" in said else ""
    for file in ALL_FILES:
        mode = said[f"file.{file}"].get("value") if f"file.{file}" in said else "absent"
        there = found.get(f"{file.lower()}.csv")
        if mode not in MODES or (mode == "absent") is not (there is None):
            expected = "bulk | delta" if there else "absent"
            _property(tables, said, f"file.{file}", expected if mode in MODES else " | ".join(MODES))
        if there and file in FILES:
            tables.files[file] = there
            tables.delta |= {file} if mode == "delta" else set()


def _property(tables: Tables, said: dict[str, Row], name: str, expected: str) -> None:
    row = said.get(name)
    values = {"name": name, "text": row.get("value") if row else "", "expected": expected}
    tables.problems.append(Problem("std_manifest", MANIFEST, row.line if row else 0, name, values))


def _header(tables: Tables, file: str, own: CsvFile) -> None:
    for one in FILES[file]:
        if one.name not in own.columns:
            tables.problems.append(Problem("std_header", own.name, 1, one.name, {"column": one.name}))


def _duplicates(tables: Tables, own: CsvFile) -> None:
    seen: dict[str, int] = {}
    for row in own.rows:
        text = row.get("sourcedId")
        first = seen.setdefault(text, row.line)
        if text and first != row.line:
            tables.problems.append(Problem("std_unique", own.name, row.line, "sourcedId", {"text": text, "row": first}))


def _row(tables: Tables, file: str, row: Row, ids: dict[str, set[str]], known: Known) -> None:
    for one in FILES[file]:
        text = row.get(one.name)
        must = one.required or (file in tables.delta and one.name in {"status", "dateLastModified"})
        values = {"text": text}
        code = ""
        if not text:
            code = "std_required" if must else ""
        elif one.kind in ENUMERATIONS:
            code = "" if _allowed(one, text) else "std_enumeration"
            values["allowed"] = " | ".join(ENUMERATIONS[one.kind])
        elif not _fits(one.kind, text):
            code = "std_format"
            values["format"] = one.kind
        elif (file, one.name) in FOLLOWED or (file, one.name) == ("demographics", "sourcedId"):
            target = one.target or "users"
            missing = [part for part in _parts(one, row) if not _resolves(part, target, ids, known)]
            code, values = ("std_reference", {"text": missing[0], "target": f"{target}.csv"}) if missing else ("", {})
        if code:
            tables.problems.append(Problem(code, f"{file}.csv", row.line, one.name, values))


def _allowed(one: Field, text: str) -> bool:
    return text in ENUMERATIONS[one.kind] or (one.kind in OPEN and text.startswith(EXTENSION))


def _parts(one: Field, row: Row) -> list[str]:
    return row.many(one.name) if one.kind == "guids" else [row.get(one.name)]


def _resolves(text: str, target: str, ids: dict[str, set[str]], known: Known) -> bool:
    return text in ids.get(target, ()) or (target, text) in known


def _day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _moment(text: str) -> bool:
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


FORMATS: dict[str, Callable[[str], bool]] = {
    "date": _day,
    "dateTime": _moment,
    "year": lambda text: bool(YEAR.fullmatch(text)),
    "boolean": lambda text: text in {"true", "false"},
    "guid": lambda text: len(text) <= MOST_ID,
}


def _fits(kind: str, text: str) -> bool:
    return FORMATS[kind](text) if kind in FORMATS else True
