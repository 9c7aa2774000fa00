"""`python -m taoli.engine match FILE…`: match students with mentors from files, with no database.

A file is our JSON (see round_json), a folder of students.csv, mentors.csv and wishes.csv or one of the three, a
workbook with such sheets, or PrefLib orders with `--capacity FILE`. Prints `outcome` "matching" with seats, ranks,
reasons, moves, certificate and stats, or "infeasible" with findings and the cheapest ways out (`relaxations`), said in
words on standard error; then the exit code is 1. With `--current FILE` (student,mentor) it matches again with the
fewest moves, and `dial` lists what more moves would buy. With `--output FOLDER` it writes seats.csv, result.json and
summary.txt instead. A malformed file gets a sentence and exit code 2.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from taoli.engine.formats.faults import FileFault, sentence
from taoli.engine.formats.match_summary import summary
from taoli.engine.formats.output import table, write
from taoli.engine.formats.reading import read_pairs, read_round
from taoli.engine.formats.rounds import Round
from taoli.engine.matching import MODES, Infeasible, Outcome, Relaxation, Step, dial, relaxations, rematch, solve

INFEASIBLE = 1
MALFORMED = 2
WAYS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome, the ways out when there is none, and what more moves would buy in a re-match."""

    outcome: Outcome
    relaxations: tuple[Relaxation, ...] = ()
    dial: tuple[Step, ...] = ()


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
    parser.add_argument("--mode", metavar="|".join(MODES), help="in place of the file's mode (fair)")
    parser.add_argument("--current", metavar="FILE", help="pairs student,mentor to match again from, in no mode")
    parser.add_argument("--extra-moves", type=int, default=0, metavar="N", help="with --current: so many more moves")
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
    answer = _solved(given, asked)
    if asked.output:
        write(Path(asked.output), _files(given, answer))
    else:
        sys.stdout.write(printed(answer) + "\n")
        if isinstance(answer.outcome, Infeasible):
            sys.stderr.write(_words(answer))
    return answer.outcome


def _solved(given: Round, asked: Namespace) -> Answer:
    if asked.current:
        current = read_pairs(asked.current)
        outcome = rematch(given.problem, current, extra_moves=asked.extra_moves)
        answer = Answer(outcome, dial=dial(given.problem, current))
    else:
        answer = Answer(solve(given.problem, given.mode))
    if isinstance(answer.outcome, Infeasible):
        return replace(answer, relaxations=relaxations(given.problem, ways=WAYS))
    return answer


def _as_asked(given: Round, asked: Namespace) -> Round:
    problem = given.problem
    if asked.seed is not None:
        problem = replace(problem, seed=asked.seed)
    if asked.max_classes is not None:
        problem = replace(problem, rules=replace(problem.rules, max_classes_per_mentor=asked.max_classes or None))
    mode = asked.mode or given.mode
    if mode not in MODES:
        raise FileFault(f"the mode {mode!r} is none of {', '.join(MODES)}")
    return replace(given, problem=problem, mode=mode)


def _words(answer: Answer) -> str:
    return summary(answer.outcome, answer.relaxations, answer.dial)


def _files(given: Round, answer: Answer) -> dict[str, str]:
    outcome = answer.outcome
    files = {"result.json": printed(answer) + "\n", "summary.txt": _words(answer)}
    if isinstance(outcome, Infeasible):
        return files
    name = given.names.get
    rows = [
        (one, name(one, ""), mentor, name(mentor, ""), outcome.rank[one] or "", outcome.reasons[one].code)
        for one, mentor in sorted(outcome.seats.items())
    ]
    return {"seats.csv": table(("student", "name", "mentor", "mentor_name", "wish", "reason"), rows), **files}


def printed(answer: Answer) -> str:
    """The answer as JSON: the same bytes for the same file."""
    outcome = answer.outcome
    data: dict[str, object] = {
        "outcome": "infeasible" if isinstance(outcome, Infeasible) else "matching",
        **asdict(outcome),
    }
    if answer.relaxations:
        data["relaxations"] = [asdict(one) for one in answer.relaxations]
    if answer.dial:
        data["dial"] = [asdict(one) for one in answer.dial]
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
