"""Reads an uploaded workbook in a child process: a bad file can hurt neither the server nor the data."""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from taoli.roster.readers.archive import check_archive
from taoli.roster.readers.problem import RefusedError

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 30


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets asked for, as texts; all sheets' names; formula cells as (row, column) from 1."""

    names: list[str]
    sheets: dict[str, list[list[str]]]
    formulas: dict[str, list[tuple[int, int]]]
    too_large: list[str]


def read_workbook(data: bytes, wanted: Iterable[str]) -> Workbook:
    """Return the wanted sheets (names without spaces); RefusedError when the file is unfit to be read at all."""
    check_archive(data)
    command = [sys.executable, "-m", "taoli.roster.readers.child", *wanted]
    try:
        done = subprocess.run(  # noqa: S603 our own module; arguments are our own words
            command, input=data, capture_output=True, cwd=ROOT, timeout=SECONDS, env={}, check=False
        )
    except subprocess.TimeoutExpired:
        raise RefusedError("too_slow", seconds=SECONDS) from None
    if done.returncode:
        raise RefusedError("unreadable")
    answer = json.loads(done.stdout)
    return Workbook(
        names=answer["names"],
        sheets=answer["sheets"],
        formulas={name: [(row, column) for row, column in cells] for name, cells in answer["formulas"].items()},
        too_large=answer["too_large"],
    )
