"""`python -m taoli.engine match FILE…`: match students with mentors from files, with no database.

A file is our JSON (see round_json), a folder of students.csv, mentors.csv and wishes.csv or one of the three, a
workbook with such sheets, or PrefLib orders with `--capacity FILE`. Prints `outcome` "matching" with seats, ranks,
reasons, moves, certificate and stats, or "infeasible" with findings; then the exit code is 1. With `--output FOLDER`
it writes seats.csv, result.json and summary.txt instead. A malformed file gets a sentence and exit code 2.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

from taoli.engine.formats.faults import sentence
from taoli.engine.formats.match_summary import summary
from taoli.engine.formats.output import table, write
from taoli.engine.formats.reading import read_round
from taoli.engine.formats.rounds import Round
from taoli.engine.formats.solving import MODES, solve
from taoli.engine.matching import Infeasible, Outcome

INFEASIBLE = 1
MALFORMED = 2


def run(arguments: list[str]) -> int:
    """Print or write the outcome of each file; 0, 1 when one has no matching, 2 at the first malformed file."""
    asked = _parser().parse_args(arguments)
    if not asked.paths:
        sys.stderr.write("Name at least one file.\n")
        return MALFORMED
    paths = _whole_folders(asked.paths)
    if asked.output and len(paths) > 1:
        sys.stderr.write("Name one file only with --output.\n")
        return MALFORMED
    code = 0
    for path in paths:
        try:
            outcome = _answer(path, asked)
        except (OSError, ValueError) as error:
            sys.stderr.write(f"{path}: {sentence(error)}\n")
            return MALFORMED
        code = INFEASIBLE if isinstance(outcome, Infeasible) else code
    return code


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m taoli.engine match", description="match students with mentors")
    parser.add_argument("paths", nargs="*", metavar="FILE", help="JSON, CSV, .xlsx, .soi .soc .toi .toc")
    parser.add_argument("--mode", choices=MODES, help="in place of the file's mode (fair)")
    parser.add_argument("--seed", type=int, help="the lottery's number")
    parser.add_argument("--max-classes", type=int, metavar="N", help="most classes per mentor, 0 for no limit")
    parser.add_argument("--capacity", metavar="FILE", help="alternative,min,max for PrefLib orders")
    parser.add_argument("--output", metavar="FOLDER", help="write seats.csv, result.json, summary.txt there")
    return parser


def _whole_folders(paths: Iterable[str]) -> list[str]:
    """students.csv, mentors.csv and wishes.csv of one folder are one round."""
    whole: list[str] = []
    for path in paths:
        folder = str(Path(path).parent)
        if not path.lower().endswith(".csv"):
            whole.append(path)
        elif folder not in whole:
            whole.append(folder)
    return whole


def _answer(path: str, asked: Namespace) -> Outcome:
    given = _as_asked(read_round(path, asked.capacity), asked)
    outcome = solve(given.problem, given.mode)
    if asked.output:
        write(Path(asked.output), _files(given, outcome))
    else:
        sys.stdout.write(printed(outcome) + "\n")
    return outcome


def _as_asked(given: Round, asked: Namespace) -> Round:
    problem = given.problem
    if asked.seed is not None:
        problem = replace(problem, seed=asked.seed)
    if asked.max_classes is not None:
        problem = replace(problem, rules=replace(problem.rules, max_classes_per_mentor=asked.max_classes or None))
    return replace(given, problem=problem, mode=asked.mode or given.mode)


def _files(given: Round, outcome: Outcome) -> dict[str, str]:
    files = {"result.json": printed(outcome) + "\n", "summary.txt": summary(outcome)}
    if isinstance(outcome, Infeasible):
        return files
    name = given.names.get
    rows = [
        (one, name(one, ""), mentor, name(mentor, ""), outcome.rank[one] or "", outcome.reasons[one].code)
        for one, mentor in sorted(outcome.seats.items())
    ]
    return {"seats.csv": table(("student", "name", "mentor", "mentor_name", "wish", "reason"), rows), **files}


def printed(outcome: Outcome) -> str:
    """The outcome as JSON: the same bytes for the same file."""
    kind = "infeasible" if isinstance(outcome, Infeasible) else "matching"
    return json.dumps({"outcome": kind, **asdict(outcome)}, ensure_ascii=False, indent=2, sort_keys=True)
