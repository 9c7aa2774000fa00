"""A worked example of cases.yaml as facts of the engine."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from taoli.engine.compliance import cells
from taoli.engine.facts import Act, Cell, MentorScope, Pairing
from taoli.engine.scheme import Scheme, apply_changes
from taoli.engine.scoring import MentorSheet, ScoringFacts, score
from tests.engine.examples import AUTUMN, YEAR

KINDS = {"谈话": "talk", "活动": "group_activity", "家长": "family_contact", "方案": "plan"}
NOT_REACHED = "没联系上"


@dataclass(frozen=True)
class Case:
    """The scheme after its changes, the cells and the sheets of one example."""

    scheme: Scheme
    cells: tuple[Cell, ...]
    sheets: tuple[MentorSheet, ...]


def reckon(scheme: Scheme, given: dict[str, Any]) -> Case:
    scheme = apply_changes(scheme, {"cycle.weeks": 4, **given.get("changes", {})})
    pairings = tuple(
        _pairing(mentor, place, words, given.get("left", {}))
        for mentor, students in given["students"].items()
        for place, words in enumerate(students)
    )
    acts = tuple(
        _act(mentor, f"{mentor}{place}", words)
        for mentor, records in given["records"].items()
        for place, words in enumerate(records)
    )
    found = cells(scheme, YEAR, AUTUMN, pairings, acts, given.get("as_of", AUTUMN.ends))
    facts = ScoringFacts(
        AUTUMN,
        YEAR,
        tuple(MentorScope(mentor, "高一") for mentor in given["mentors"]),
        pairings,
        acts,
        found,
        _ticks(scheme, given.get("ticks", {})),
        _survey(given),
        dict.fromkeys(given.get("register", ()), True),
    )
    return Case(scheme, found, score(scheme, facts))


def _pairing(mentor: str, place: int, words: str, left: dict[str, str]) -> Pairing:
    student, *since = words.split()
    starts = date.fromisoformat(since[0]) if since else AUTUMN.starts
    day, reason = left[student].split() if student in left else (None, None)
    ends = None if day is None else date.fromisoformat(day)
    return Pairing(f"{mentor}-{place}", student, mentor, f"{mentor}小组", "高一", "一班", starts, ends, reason)


def _act(mentor: str, name: str, words: str) -> Act:
    day, *rest = words.split()
    made = rest[0] != NOT_REACHED
    kind, *students = rest if made else rest[1:]
    on = date.fromisoformat(day)
    unit = f"{mentor}小组" if kind == "活动" else None
    return Act(name, KINDS[kind], "face_to_face", made, mentor, tuple(students), on, on, unit_id=unit)


def _ticks(scheme: Scheme, given: dict[str, dict[str, bool | float]]) -> dict[tuple[str, str], bool | float]:
    assert scheme.appraisal is not None
    keys = {item.label: item.key for item in scheme.appraisal.items}
    return {(mentor, keys[label]): tick for mentor, ticks in given.items() for label, tick in ticks.items()}


def _survey(given: dict[str, Any]) -> dict[tuple[str, str], tuple[float, ...]]:
    """Three equal answers on each mentor."""
    return {
        (source, mentor): (float(mean),) * 3
        for source, name in (("students", "students_say"), ("guardians", "families_say"))
        for mentor, mean in given.get(name, {}).items()
    }
