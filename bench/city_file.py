"""A city's records in one SQLite file, made on the spot, read school by school as they lie there."""

import datetime as dt
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.terms import school_of
from taoli.engine.facts import Act, Pairing

ROOT = Path(__file__).resolve().parents[1]
ACT = "school, id, kind, channel, made, by, students, held, entered, minutes, theme, planned, unit"
PAIRING = "school, id, student, mentor, unit, grade, room, starts, ends"
FEW = 10  # schools drawn anew; the others are copies of them
INTO_ACT = f"INSERT INTO act VALUES ({', '.join('?' * 13)})"  # noqa: S608 own names only
INTO_PAIRING = f"INSERT INTO pairing VALUES ({', '.join('?' * 9)})"  # noqa: S608 own names only


def made_file(schools: int, students: int, records: int) -> Path:
    """Return the file, made by a process of its own so that its memory is not counted; kept for the next run."""
    folder = Path(os.environ.get("TAOLI_BENCH_DATA", ROOT / ".cache" / "bench"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"city-{schools}-{students}-{records}.sqlite3"
    if not path.exists():
        script = "import sys; from bench.city_file import write; write(sys.argv[1], *map(int, sys.argv[2:]))"
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        command = [sys.executable, "-c", script, str(making), str(schools), str(students), str(records)]
        subprocess.run(command, check=True, cwd=ROOT)
        making.rename(path)
    return path


def write(path: str, schools: int, students: int, records: int) -> None:
    """Write the schools; a few are drawn, the others repeat them under other numbers."""
    base = sqlite3.connect(path)
    base.execute("PRAGMA journal_mode = OFF")
    base.execute("PRAGMA synchronous = OFF")
    base.execute(f"CREATE TABLE act ({ACT})")
    base.execute(f"CREATE TABLE pairing ({PAIRING})")
    for drawn in range(min(FEW, schools)):
        made = school_of(drawn, students, records)
        acts = sorted(made.acts, key=lambda row: str(row[6]))
        for number in range(drawn, schools, FEW):
            base.executemany(INTO_ACT, (_act(number, row) for row in acts))
            base.executemany(
                f"INSERT INTO pairing VALUES ({', '.join('?' * 9)})",  # noqa: S608 own names only
                ((number, *row[:6], *(str(day) if day else None for day in row[6:])) for row in made.pairings),
            )
    base.execute("CREATE INDEX act_school ON act (school)")
    base.execute("CREATE INDEX pairing_school ON pairing (school)")
    base.commit()
    base.close()


def _act(number: int, row: tuple[object, ...]) -> tuple[object, ...]:
    students = " ".join(map(str, row[5]))  # type: ignore[call-overload]
    return (number, *row[:5], students, str(row[6]), str(row[7]), *row[8:])


def school_rows(path: Path, number: int) -> tuple[list[Pairing], Iterator[Act]]:
    """Return the pairings of a school, and its acts as they are read."""
    base = sqlite3.connect(path)
    days: dict[str, dt.date] = {}

    def day(text: str) -> dt.date:
        if text not in days:
            days[text] = dt.date.fromisoformat(text)
        return days[text]

    rows = base.execute("SELECT * FROM pairing WHERE school = ?", (number,))
    pairings = [Pairing(*row[1:7], day(row[7]), day(row[8]) if row[8] else None) for row in rows]

    def acts() -> Iterator[Act]:
        for row in base.execute("SELECT * FROM act WHERE school = ?", (number,)):
            _school, name, kind, channel, made, by, students, on, entered, *rest = row
            yield Act(
                name, kind, channel, bool(made), by, tuple(students.split()), day(on), day(entered),
                rest[0], bool(rest[1]), bool(rest[2]), rest[3],
            )  # fmt: skip
        base.close()

    return pairings, acts()
