"""A term on file: the JSON that `comply` and `score` read (see those modules for what stands in it)."""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, is_dataclass
from datetime import date
from inspect import signature
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.facts import Act, Leave, Mark, MentorScope, Pairing
from taoli.engine.scheme import Scheme, SchemeError, apply_changes, load_preset, parse_scheme

MALFORMED = 2


class Tick(BaseModel):
    model_config = ConfigDict(extra="forbid")
    mentor_id: str
    item: str
    given: bool | float


class Answers(BaseModel):
    model_config = ConfigDict(extra="forbid")
    source: str
    mentor_id: str
    answers: tuple[float, ...]


class TermFile(BaseModel):
    """What may stand in a file; unknown names are refused."""

    model_config = ConfigDict(extra="forbid")
    scheme: str | dict[str, Any]
    changes: dict[str, Any] = {}
    terms: tuple[Term, ...]
    term: str | None = None
    days: dict[date, bool] = {}
    exam_weeks: frozenset[date] = frozenset()
    as_of: date | None = None
    pairings: tuple[Pairing, ...] = ()
    acts: tuple[Act, ...] = ()
    marks: tuple[Mark, ...] = ()
    leaves: tuple[Leave, ...] = ()
    mentors: tuple[MentorScope, ...] = ()
    ticks: tuple[Tick, ...] = ()
    survey: tuple[Answers, ...] = ()
    survey_before: tuple[Answers, ...] = ()
    register_done: dict[str, bool] = {}

    def calendar(self) -> SchoolCalendar:
        """The school's days."""
        return SchoolCalendar(self.terms, self.days, self.exam_weeks)

    def chosen_term(self) -> Term:
        """The term asked for, by default the first. ValueError when there is none of that name."""
        for term in self.terms:
            if self.term in {None, term.key}:
                return term
        raise ValueError(f"there is no term {self.term!r} among the terms of the file")


FACTS: dict[str, type[Any]] = {
    "terms": Term,
    "pairings": Pairing,
    "acts": Act,
    "marks": Mark,
    "leaves": Leave,
    "mentors": MentorScope,
}


def answer_files(paths: list[str], answer: Callable[[Scheme, TermFile], Any]) -> int:
    """Print one JSON document per file. Exit code 0, or 2 after a sentence on stderr at the first file that
    is missing, no JSON, or not what is asked for.
    """
    if not paths:
        sys.stderr.write("Name at least one JSON file.\n")
        return MALFORMED
    for path in paths:
        try:
            scheme, term_file = read(Path(path))
            result = answer(scheme, term_file)
        except (OSError, ValueError) as error:
            sys.stderr.write(f"{path}: {_sentence(error)}\n")
            return MALFORMED
        sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2, default=_plain) + "\n")
    return 0


def read(path: Path) -> tuple[Scheme, TermFile]:
    """The scheme and the facts of a file. OSError, ValueError (its kinds: JSON, pydantic's, SchemeError)."""
    data = json.loads(path.read_text(encoding="utf-8"))
    for name, kind in FACTS.items():
        known = set(signature(kind).parameters)
        for place, entry in enumerate(_entries(data, name)):
            if unknown := sorted(set(entry) - known):
                raise ValueError(f"{name}, entry {place + 1}: unknown name {unknown[0]!r}")
    term_file = TermFile.model_validate_json(json.dumps(data))
    return _scheme(term_file, path.parent), term_file


def _entries(data: Any, name: str) -> Iterable[dict[str, Any]]:
    value = data.get(name) if isinstance(data, dict) else None
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _scheme(term_file: TermFile, folder: Path) -> Scheme:
    given = term_file.scheme
    scheme = load_preset(folder / given) if isinstance(given, str) else parse_scheme(given)
    return apply_changes(scheme, term_file.changes)


def _sentence(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"the file cannot be read ({error.strerror})."
    if isinstance(error, json.JSONDecodeError):
        return f"this is not JSON (line {error.lineno}, column {error.colno}: {error.msg})."
    if isinstance(error, UnicodeDecodeError):
        return "the file is not UTF-8 text."
    if isinstance(error, ValidationError):
        fault = error.errors()[0]
        place = ".".join(str(part) for part in fault["loc"]) or "file"
        return f"{place}: {fault['msg']}."
    if isinstance(error, SchemeError):
        fault_of_scheme = error.problems[0]
        return f"the scheme cannot be used: {fault_of_scheme.path or 'scheme'}: {fault_of_scheme.code}."
    return f"{error}."


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)
