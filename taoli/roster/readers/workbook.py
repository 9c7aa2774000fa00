"""Reads an uploaded file in a child process: a bad file can hurt neither the server nor the data."""

import json
import subprocess
import sys
from pathlib import Path

from taoli.roster.readers.archive import kind_of
from taoli.roster.readers.book import Book, Grid, Upload
from taoli.roster.readers.problem import RefusedError

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 20


def read_book(upload: Upload) -> Book:
    """Return the sheets of a file; RefusedError when it is unfit to be read at all."""
    kind = kind_of(upload)
    command = [sys.executable, "-m", "taoli.roster.readers.child", kind]
    try:
        done = subprocess.run(  # noqa: S603 our own module; the argument is our own word
            command, input=upload.data, capture_output=True, cwd=ROOT, timeout=SECONDS, env={}, check=False
        )
    except subprocess.TimeoutExpired:
        raise RefusedError("too_slow", seconds=SECONDS) from None
    if done.returncode:
        raise RefusedError("unreadable")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise RefusedError(answer["refused"], **answer["values"])
    return Book(upload.name, [_grid(facts, upload.name) for facts in answer["sheets"]])


def _grid(facts: dict[str, object], file: str) -> Grid:
    pairs: dict[str, object] = {
        name: [tuple(cell) for cell in facts.get(name) or []]  # type: ignore[attr-defined]
        for name in ("formulas", "merged")
    }
    # A text has no sheets; its own name takes their place.
    return Grid(**{**facts, **pairs, "name": facts["name"] or Path(file).stem})  # type: ignore[arg-type]
