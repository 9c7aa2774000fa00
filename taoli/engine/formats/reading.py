"""The doors for files: `read_problem` (a round of matching) and, in members, `read_members` (study groups)."""

from pathlib import Path

from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.preflib import ENDINGS, round_of_preflib
from taoli.engine.formats.round_json import round_of_json
from taoli.engine.formats.rounds import RANKED, SHEETS, Round, round_of_sheets
from taoli.engine.formats.sheets import read_csv, read_text, read_workbook
from taoli.engine.formats.tables import table_of
from taoli.engine.matching import Problem


def read_problem(path: str | Path, capacity: str | Path | None = None) -> Problem:
    """The problem in a file; see `read_round`."""
    return read_round(path, capacity).problem


def read_round(path: str | Path, capacity: str | Path | None = None) -> Round:
    """A round from .json, .xlsx, a folder (or one file of three) of CSV, or PrefLib with its capacity file.

    Raises OSError when a file cannot be read, ValueError with one sentence when something in it is wrong.
    """
    path = Path(path)
    if path.suffix.lower() in ENDINGS:
        if capacity is None:
            raise FileFault("orders alone have no places; name a file of alternative,min,max (--capacity)")
        return round_of_preflib(read_text(path), read_csv(Path(capacity)))
    if path.suffix.lower() == ".xlsx":
        return round_of_sheets(read_workbook(path))
    folder = path if path.is_dir() else path.parent if path.suffix.lower() == ".csv" else None
    if folder is None:
        return round_of_json(read_text(path))
    names = [name for known in SHEETS.values() for name in known]
    files = [folder / f"{name}.csv" for name in names]
    return round_of_sheets({file.stem: read_csv(file) for file in files if file.is_file()})


def read_pairs(path: str | Path) -> dict[str, str]:
    """Student id → mentor id from a CSV with a column each, such as our own seats.csv; raises as `read_round`."""
    table = table_of(read_csv(Path(path)), RANKED)
    mentor = table.need("mentor")
    return {key: row.text(mentor) for key, row in table.keyed("id") if row.text(mentor)}
