"""Reads the reviewed permission matrix, written by hand and not generated from the code."""

import csv
import importlib
import importlib.util
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

HERE = Path(__file__).parent
RELATIONS = ("own", "class", "grade", "school", "other")


class Cell(NamedTuple):
    """May this role do this action on a row of this relation?"""

    noun: str
    action: str
    role: str
    relation: str
    allowed: bool


def rows(pattern: str) -> list[dict[str, str]]:
    """Return the rows of every matrix file of a kind."""
    found: list[dict[str, str]] = []
    for file in sorted(HERE.glob(pattern)):
        with file.open(encoding="utf-8", newline="") as handle:
            found += [dict(row, file=file.name) for row in csv.DictReader(handle)]
    return found


def nouns() -> list[dict[str, str]]:
    """Return the noun matrix: noun, action, role and y/n for each relation."""
    return [row for row in rows("*.csv") if "noun" in row]


def pages() -> list[dict[str, str]]:
    """Return the page matrix: page, method and y/n for anonymous and each role."""
    return [row for row in rows("*_pages.csv") if "page" in row]


def cells() -> list[Cell]:
    """Return the noun matrix cell by cell."""
    return [
        Cell(row["noun"], row["action"], row["role"], relation, row[relation].strip() == "y")
        for row in nouns()
        for relation in RELATIONS
        if row.get(relation, "").strip() in {"y", "n"}
    ]


def load_tables() -> None:
    """Load every app's permission tables and data levels."""
    for app in settings.FLOW:
        if importlib.util.find_spec(f"{app}.permissions"):
            importlib.import_module(f"{app}.permissions")
