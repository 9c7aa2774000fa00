"""`python -m taoli.engine match FILE…`: match students with mentors from a JSON file, with no database.

The file is one object:
`mode` "fair" (default) or "assigned"; `seed` (the lottery's number, default 0);
`students` [{id, class_id, gender, layer, categories [..], wishes}], where `wishes` lists mentor ids from the
first wish on, and a list in place of an id is a tie;
`mentors` [{id, min, target, max, classes [..], marks {student id: "first" or "fine"}, absent}];
`units` [{id, student_ids [..], class_id, homeroom_mentor}] for the mode "assigned";
`rules` {max_classes_per_mentor (default 2, null for none), teaches_class, apart [[..]], together [[..]],
pinned {student id: [mentor id, reason]}, category_cap {category: most per mentor}}.
Only ids and a mentor's `max` are required. Prints `outcome` "matching" with seats, ranks, reasons, moves,
certificate and stats, or "infeasible" with findings; then the exit code is 1. A malformed file gets a
sentence on stderr and exit code 2.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError

from taoli.engine.matching import (
    Infeasible,
    Mentor,
    Outcome,
    Problem,
    Rules,
    Student,
    Unit,
    solve_assigned,
    solve_fair,
)

INFEASIBLE = 1
MALFORMED = 2


class Row(BaseModel):
    """Unknown names are refused: a misspelt rule must not be dropped in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StudentRow(Row):
    id: str
    class_id: str = ""
    gender: str = ""
    layer: str = ""
    categories: frozenset[str] = frozenset()
    wishes: tuple[str | tuple[str, ...], ...] = ()


class MentorRow(Row):
    id: str
    min: NonNegativeInt = 0
    target: NonNegativeInt | None = None
    max: NonNegativeInt
    classes: frozenset[str] = frozenset()
    marks: dict[str, Literal["first", "fine"]] = {}
    absent: bool = False


class UnitRow(Row):
    id: str
    student_ids: tuple[str, ...]
    class_id: str = ""
    homeroom_mentor: str = ""


class RuleRows(Row):
    max_classes_per_mentor: NonNegativeInt | None = 2
    teaches_class: bool = False
    apart: tuple[frozenset[str], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    pinned: dict[str, tuple[str, str]] = {}
    category_cap: dict[str, NonNegativeInt] = {}


class MatchFile(Row):
    mode: Literal["fair", "assigned"] = "fair"
    seed: int = 0
    students: tuple[StudentRow, ...]
    mentors: tuple[MentorRow, ...]
    units: tuple[UnitRow, ...] = ()
    rules: RuleRows = RuleRows()


def run(paths: list[str]) -> int:
    """Print one JSON document per file; 0, 1 when one has no matching, 2 at the first malformed file."""
    if not paths:
        sys.stderr.write("Name at least one JSON file.\n")
        return MALFORMED
    code = 0
    for path in paths:
        try:
            outcome = solve_file(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            sys.stderr.write(f"{path}: {_sentence(error)}\n")
            return MALFORMED
        sys.stdout.write(printed(outcome) + "\n")
        code = INFEASIBLE if isinstance(outcome, Infeasible) else code
    return code


def solve_file(text: str) -> Outcome:
    """The outcome for the text of a file. ValueError when it is malformed or an id stands twice."""
    file = MatchFile.model_validate_json(text)
    problem = problem_of(file)
    return solve_assigned(problem) if file.mode == "assigned" else solve_fair(problem)


def problem_of(file: MatchFile) -> Problem:
    return Problem(
        students=tuple(_student(row) for row in file.students),
        mentors=tuple(Mentor(**row.model_dump()) for row in file.mentors),
        rules=Rules(**file.rules.model_dump()),
        seed=file.seed,
        units=tuple(Unit(**row.model_dump()) for row in file.units),
    )


def _student(row: StudentRow) -> Student:
    tiers = tuple((tier,) if isinstance(tier, str) else tier for tier in row.wishes)
    return Student(**{**row.model_dump(), "wishes": tiers})


def printed(outcome: Outcome) -> str:
    """The outcome as JSON: the same bytes for the same file."""
    kind = "infeasible" if isinstance(outcome, Infeasible) else "matching"
    return json.dumps({"outcome": kind, **asdict(outcome)}, ensure_ascii=False, indent=2, sort_keys=True)


def _sentence(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"the file cannot be read ({error.strerror})."
    if isinstance(error, UnicodeDecodeError):
        return "the file is not UTF-8 text."
    if isinstance(error, ValidationError):
        fault = error.errors()[0]
        place = ".".join(str(part) for part in fault["loc"]) or "file"
        return f"{place}: {fault['msg']}."
    return f"{error}."
