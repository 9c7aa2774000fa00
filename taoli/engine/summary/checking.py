"""Check what a school has handed in against what the bureau knows. Codes and values; changes nothing."""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from taoli.engine.summary.measures import INDICATORS, MEASURES, Level, MeasureKind
from taoli.engine.summary.shapes import FORMAT, NEWEST, OLDEST, GradeSums, Summary
from taoli.engine.summary.signing import digest, signed_by

MOST_BYTES = 100_000
FIRST_YEAR = 2000  # no mentor's week lies before it
ILLEGIBLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
CODES = (
    "too_large",
    "no_summary",
    "unknown_format",
    "too_new",
    "too_old",
    "unknown_school",
    "two_schools",
    "wrong_bureau",
    "merged",
    "left",
    "unsigned",
    "key_not_compared",
    "forged",
    "negative",
    "broken",
    "received_before",
    "replaced",
    "gap",
    "chain_broken",
    "no_monday",
    "future",
    "unknown_measure",
    "wrong_level",
    "grade_twice",
    "more_than_whole",
    "met_more_than_due",
    "unknown_indicator",
    "more_yes_than_answers",
    "more_answers_than_asked",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, by its code, and its values."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """A school as the bureau knows it.

    `key` signs its summaries, believed once `compared`; `taken` is place → hash of what was taken in of its chain;
    `near`: its district belongs to the bureau; `rival`: another school that bears the same code.
    """

    name: str
    key: str = ""
    compared: bool = False
    near: bool = True
    left_on: dt.date | None = None
    successor: str = ""
    rival: str = ""
    taken: Mapping[int, str] = field(default_factory=dict)

    @property
    def seq(self) -> int:
        """The place of the last summary; 0 before the first."""
        return max(self.taken, default=0)


@dataclass(frozen=True, slots=True)
class Trust:
    """What the bureau knows on a day: its schools by their code."""

    members: Mapping[str, Known]
    on: dt.date


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found; `summary` only where nothing refuses it, `sha256` of its JSON."""

    findings: tuple[Finding, ...]
    summary: Summary | None = None
    sha256: str = ""


def check(data: bytes, trust: Trust) -> Checked:
    """Return all that is wrong with what was handed in, the gravest first; nothing wrong: the summary itself."""
    document, signed, refusal = _read(data)
    if refusal is None:
        refusal = _origin(document, signed, trust)
    if refusal is not None:
        return Checked((refusal,))
    try:
        summary = Summary.model_validate(document)
    except ValidationError as error:
        return Checked((_misshapen(error),))
    sha256 = digest(document)
    known = trust.members[summary.school]
    found = (*_in_turn(summary, sha256, known), *_dated(summary, trust.on), *impossible(summary))
    return Checked(found) if found else Checked((), summary, sha256)


def code_of(data: bytes) -> str:
    """Return the code of the school that something handed in claims to be of, unchecked; empty when it says none."""
    code = _read(data)[0].get("school")
    return code if isinstance(code, str) else ""


def _read(data: bytes) -> tuple[dict[str, Any], str, Finding | None]:
    if len(data) > MOST_BYTES:
        return {}, "", Finding("too_large", {"kb": MOST_BYTES // 1000})
    try:
        whole = json.loads(data, object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse)
        _legible(whole)
    except (ValueError, RecursionError):
        return {}, "", Finding("no_summary")
    document = whole.get("summary") if isinstance(whole, dict) else None
    if not isinstance(document, dict):
        return {}, "", Finding("no_summary")
    if document.get("format") != FORMAT:
        return {}, "", Finding("unknown_format")
    version = document.get("version")
    if type(version) is not int or version < OLDEST:
        return {}, "", Finding("too_old")
    if version > NEWEST:
        return {}, "", Finding("too_new", {"version": version, "newest": NEWEST})
    signed = whole.get("signature")
    return document, signed if isinstance(signed, str) else "", None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name twice in one object means two things to two readers."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _legible(value: Any) -> None:
    """Half a character, zero or another control character: no database keeps it and no workbook shows it."""
    if isinstance(value, dict):
        for name, one in value.items():
            _legible(name)
            _legible(one)
    elif isinstance(value, list):
        for one in value:
            _legible(one)
    elif isinstance(value, str) and ILLEGIBLE.search(value):
        raise ValueError


def _refuse(_text: str) -> float:
    raise ValueError


def _origin(document: Mapping[str, Any], signed: str, trust: Trust) -> Finding | None:
    code = document.get("school")
    known = trust.members.get(code) if isinstance(code, str) else None
    if known is None:
        return Finding("unknown_school", {"code": str(code)[:30]})
    return next(_doubts(document, signed, known, str(code)), None)


def _doubts(document: Mapping[str, Any], signed: str, known: Known, code: str) -> Iterator[Finding]:
    told = {"school": known.name, "code": code}
    if known.rival:
        yield Finding("two_schools", {**told, "other": known.rival})
    if not known.near:
        yield Finding("wrong_bureau", told)
    if not signed:
        yield Finding("unsigned", told)
    if not known.key or not known.compared:
        yield Finding("key_not_compared", told)
    if not signed_by(known.key, document, signed):
        yield Finding("forged", told)
    if known.left_on:
        yield Finding("merged" if known.successor else "left", {**told, "day": known.left_on, "other": known.successor})


def _misshapen(error: ValidationError) -> Finding:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])[:80]
    return Finding("negative" if first["type"] == "greater_than_equal" else "broken", {"place": place})


def _in_turn(summary: Summary, sha256: str, known: Known) -> Iterator[Finding]:
    told = {"seq": summary.seq, "last": known.seq, "next": known.seq + 1}
    if not known.seq:
        return  # the first that this bureau gets: the school may have handed in to others before
    if known.taken.get(summary.seq) == sha256:
        yield Finding("received_before", told)
    elif summary.seq <= known.seq:
        yield Finding("replaced", told)
    elif summary.seq > known.seq + 1:
        yield Finding("gap", told)
    elif summary.previous != known.taken[known.seq]:
        yield Finding("chain_broken", told)


def _dated(summary: Summary, on: dt.date) -> Iterator[Finding]:
    if summary.week.year < FIRST_YEAR:
        yield Finding("broken", {"place": "week"})
    if summary.week.weekday():
        yield Finding("no_monday", {"day": summary.week})
    if summary.week > on:
        yield Finding("future", {"day": summary.week})


def impossible(summary: Summary) -> Iterator[Finding]:
    """Yield what cannot be in a summary, whoever has reckoned it: parts larger than their whole, unknown names."""
    yield from _sums(summary.counts, Level.SCHOOL, "")
    for key, times in Counter(one.key for one in summary.grades).items():
        if times > 1:
            yield Finding("grade_twice", {"grade": key})
    for grade in summary.grades:
        yield from _sums(grade.counts, Level.GRADE, grade.name)
        yield from _cells(grade)
    for one in summary.indicators:
        told = {"key": one.key, "yes": one.yes, "answers": one.answers, "asked": one.asked}
        if one.key not in INDICATORS:
            yield Finding("unknown_indicator", told)
        if one.yes > one.answers:
            yield Finding("more_yes_than_answers", told)
        if one.answers > one.asked:
            yield Finding("more_answers_than_asked", told)


def _sums(counts: Mapping[str, int], level: Level, grade: str) -> Iterator[Finding]:
    for key, number in counts.items():
        measure = MEASURES.get(key)
        if measure is None or measure.kind is MeasureKind.CELLS:
            yield Finding("unknown_measure", {"key": key})
        elif measure.level is not level:
            yield Finding("wrong_level", {"key": key})
        elif measure.of and number > counts.get(measure.of, 0):
            told = {"key": key, "number": number, "of": measure.of, "whole": counts.get(measure.of, 0)}
            yield Finding("more_than_whole", {**told, "grade": grade})


def _cells(grade: GradeSums) -> Iterator[Finding]:
    for key, (met, due) in grade.cells.items():
        if key not in MEASURES or MEASURES[key].kind is not MeasureKind.CELLS:
            yield Finding("unknown_measure", {"key": key})
        elif met > due:
            yield Finding("met_more_than_due", {"key": key, "met": met, "due": due, "grade": grade.name})
