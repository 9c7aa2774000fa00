"""`python -m taoli.engine group FILE --groups N`: study groups from a file, with no database.

A file is a CSV table or workbook of students (see members), or an MDGPLIB text file, which names its own groups.
Prints JSON: `outcome` "groups" with the groups and their figures against the S-shaped deal (蛇形), "diverse" for
MDGPLIB, or "impossible" with findings; then the exit code is 1. With `--output FOLDER` it writes groups.csv,
result.json and summary.txt instead. A malformed file gets a sentence and exit code 2.
"""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from taoli.engine.formats.faults import FileFault, sentence
from taoli.engine.formats.group_summary import summary, summary_of_diverse
from taoli.engine.formats.mdgplib import distances_of, is_mdgplib
from taoli.engine.formats.members import Members, read_members, read_sets
from taoli.engine.formats.output import table, write
from taoli.engine.formats.sheets import read_text
from taoli.engine.grouping import Groups, Outcome, check, make_groups, most_diverse

IMPOSSIBLE = 1
MALFORMED = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What is printed, and what is written instead; `ids` the groups."""

    result: Mapping[str, Any]
    summary: str
    groups: tuple[tuple[str, ...], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def run(arguments: list[str]) -> int:
    """Print or write the groups; 0, 1 when no groups keep the rules, 2 when the file is malformed."""
    asked = _parser().parse_args(arguments)
    try:
        answer = _answer(Path(asked.path), asked)
        text = json.dumps(answer.result, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        if asked.output:
            write(Path(asked.output), _files(answer, text))
        else:
            sys.stdout.write(text)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{asked.path}: {sentence(error)}\n")
        return MALFORMED
    return 0 if answer.groups else IMPOSSIBLE


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m taoli.engine group", description="make study groups")
    parser.add_argument("path", metavar="FILE", help="CSV, .xlsx or MDGPLIB text")
    parser.add_argument("--groups", type=int, metavar="N", help="how many groups")
    parser.add_argument("--sizes", type=_numbers(","), default=(), metavar="8,8,9", help="the size of each group")
    parser.add_argument("--attributes", type=_words, default=(), metavar="A,B", help="headings to balance")
    parser.add_argument("--ratio", type=_numbers(":"), default=(), metavar="3:5:2", help="layers from the scores")
    parser.add_argument("--apart", metavar="FILE", help="a line of ids for each set to keep apart")
    parser.add_argument("--together", metavar="FILE", help="a line of ids for each set to keep together")
    parser.add_argument("--seed", type=int, default=0, help="another number, other groups as good")
    parser.add_argument("--output", metavar="FOLDER", help="write groups.csv, result.json, summary.txt there")
    return parser


def _numbers(between: str) -> Any:
    def numbers(text: str) -> tuple[int, ...]:
        parts = text.replace("：", ":").replace("，", ",").split(between)
        if not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts) or not any(map(int, parts)):  # noqa: PLR2004 - below a million
            raise ArgumentTypeError(f"{text!r} is not a list of whole numbers")
        return tuple(map(int, parts))

    return numbers


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("，", ",").split(",") if part.strip())


def _answer(path: Path, asked: Namespace) -> Answer:
    if path.suffix.lower() not in {".csv", ".xlsx"}:
        text = read_text(path)
        if is_mdgplib(text):
            return _diverse(text, asked.seed)
    given = read_members(path, asked.attributes, asked.ratio)
    given = replace(
        given,
        rules=replace(
            given.rules,
            sizes=asked.sizes,
            apart=(*given.rules.apart, *(read_sets(asked.apart) if asked.apart else ())),
            together=(*given.rules.together, *(read_sets(asked.together) if asked.together else ())),
        ),
    )
    count = asked.groups or len(asked.sizes)
    if not count:
        raise FileFault("say how many groups (--groups 6) or their sizes (--sizes 8,8,9)")
    outcome = make_groups(given.members, count, given.attributes, rules=given.rules, seed=asked.seed)
    return _said(given, outcome)


def _said(given: Members, outcome: Outcome) -> Answer:
    if not isinstance(outcome, Groups):
        return Answer({"outcome": "impossible", **asdict(outcome)}, summary(outcome, ()))
    found = check(given.members, outcome.groups, given.rules)
    result = {"outcome": "groups", **asdict(outcome), "recounted": [asdict(one) for one in found]}
    return Answer(result, summary(outcome, found), outcome.groups, given.names)


def _diverse(text: str, seed: int) -> Answer:
    given = distances_of(text)
    group, value = most_diverse(given.table, given.sizes, seed=seed)
    groups = tuple(
        tuple(str(row) for row, mine in enumerate(group.tolist()) if mine == number)
        for number in range(len(given.sizes))
    )
    return Answer(
        {"outcome": "diverse", "groups": groups, "diversity": value}, summary_of_diverse(groups, value), groups
    )


def _files(answer: Answer, text: str) -> dict[str, str]:
    files = {"result.json": text, "summary.txt": answer.summary}
    if not answer.groups:
        return files
    rows = [(number, one, answer.names.get(one, "")) for number, group in enumerate(answer.groups, 1) for one in group]
    return {"groups.csv": table(("group", "student", "name"), rows), **files}
