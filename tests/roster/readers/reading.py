"""What the readers' tests share: a roster read from sheets, without a database."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.book import Grid, Upload
from taoli.roster.readers.guess import Corrections, Memory
from taoli.roster.readers.layout import Area, areas_of
from taoli.roster.readers.roster import Reading, read_roster
from tests.roster.books import workbook

TODAY = dt.date(2026, 11, 23)
Rows = Sequence[Sequence[Any]]


def grid(*rows: Sequence[str], name: str = "Sheet1", **more: Any) -> Grid:
    """Return a sheet."""
    return Grid(name, [list(row) for row in rows], **more)


def areas(*rows: Sequence[str], name: str = "Sheet1", file: str = "名单.xlsx", **more: Any) -> list[Area]:
    """Return the tables of a sheet."""
    return areas_of(grid(*rows, name=name, **more), file)


def reading(
    sheets: Mapping[str, Rows],
    *,
    now: Roster | None = None,
    corrections: Corrections | None = None,
    memory: Memory | None = None,
    file: str = "名单.xlsx",
    keep_identity: bool = False,
) -> Reading:
    """Return what a workbook says."""
    return read(
        Upload(file, workbook(sheets)), now=now, corrections=corrections, memory=memory, keep_identity=keep_identity
    )


def read(*uploads: Upload, now: Roster | None = None, **more: Any) -> Reading:
    """Return what files say."""
    return read_roster(uploads, now or Roster(), today=TODAY, **{"keep_identity": False, **more})


def rows(found: Reading, kind: str, *keys: str) -> list[tuple[Any, ...]]:
    """Return some values of the staged rows of a kind."""
    return [tuple(row.get(key) for key in keys) for row in found.staged.get(kind, {}).get("rows", [])]


def said(found: Reading) -> list[tuple[Any, ...]]:
    """Return the problems: sheet, row, letter, code."""
    return [(one.sheet, one.row, one.letter, one.code) for one in found.problems]


def school() -> Roster:
    """Return a roster with two classes, three students of whom two share a name, and two teachers."""
    facts = {
        "gender": "",
        "birthday": "",
        "seat": None,
        "boarding": "",
        "neighbourhood": "",
        "address": "",
        "identity_number": "",
    }
    return Roster(
        grades={"高一"},
        classes={
            name: {"grade": "高一", "campus": "", "homeroom": "", "closed": False}
            for name in ("高一(1)班", "高一(2)班")
        },
        staff={
            "T1": {"name": "宋雨", "gender": "", "phone": "", "subject": "语文", "left": False},
            "T2": {"name": "唐川", "gender": "", "phone": "", "subject": "数学", "left": False},
        },
        students={
            "S1": {**facts, "name": "何晨曦", "class": "高一(1)班", "left": False},
            "S2": {**facts, "name": "张伟", "class": "高一(1)班", "left": False},
            "S3": {**facts, "name": "张伟", "class": "高一(2)班", "left": False},
        },
    )
