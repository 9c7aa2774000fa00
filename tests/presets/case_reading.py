"""A worked example of cases.yaml as facts of the engine. What `given` may hold is in GIVEN; anything else is an error.

term {starts, ends} · holidays · make_up · exam_weeks: with any of them the calendar is exactly that (only `term` left
out: the terms of tests/engine/examples). mentors (default: everyone who has students) · students · left · marks ·
leaves · records: lines as read in case_words. ticks · register · surveys {source: {mentor: [answers]}} · students_say,
families_say {mentor: mean}. pupils {layer: number} (or one number, layered by the ratio of the scheme) and groups: how
study groups come out. round: how a matching comes out (case_rounds). changes {path: value}: what the school changed. as_of: the day, the term's last if left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taoli.engine.calendar import SchoolCalendar, Term, each_day
from taoli.engine.compliance import cells
from taoli.engine.facts import ATTENTION, Act, Cell, Leave, Mark, MentorScope, Pairing
from taoli.engine.grouping import Member, layers_by_ratio, make_groups
from taoli.engine.matching import Outcome
from taoli.engine.scheme import Scheme, apply_changes
from taoli.engine.scheme.vocabulary import Survey
from taoli.engine.scoring import MentorSheet, ScoringFacts, score
from tests.engine.examples import AUTUMN, YEAR
from tests.presets import case_rounds
from tests.presets import case_words as words

CALENDAR = frozenset({"term", "holidays", "make_up", "exam_weeks"})
PEOPLE = frozenset({"mentors", "students", "left", "marks", "leaves", "records"})
SCORING = frozenset({"ticks", "register", "surveys", "students_say", "families_say"})
GIVEN = CALENDAR | PEOPLE | SCORING | {"changes", "as_of", "pupils", "groups", "round"}
SAY = {"students_say": Survey.STUDENTS, "families_say": Survey.GUARDIANS}


@dataclass(frozen=True)
class Case:
    """The scheme after its changes, the facts of one example, and what the engine makes of them."""

    scheme: Scheme
    term: Term
    pairings: tuple[Pairing, ...]
    cells: tuple[Cell, ...]
    sheets: tuple[MentorSheet, ...]
    layers: list[list[int]]
    matched: Outcome | None


def reckon(scheme: Scheme, given: Mapping[str, Any]) -> Case:
    """What the engine finds for `given`. CaseError on a key or word that is not known."""
    for name in given:
        words.known(name, GIVEN, "given")
    scheme = apply_changes(scheme, given.get("changes", {}))
    term, calendar = _calendar(given)
    pairings = tuple(_pairings(given, term))
    leaves = [leave for who, lines in given.get("leaves", {}).items() for leave in words.leaves(who, lines)]
    acts = tuple(_acts(given, pairings, leaves))
    marks = list(_marks(scheme, given, pairings))
    found = cells(scheme, calendar, term, pairings, acts, given.get("as_of", term.ends), marks, leaves)
    matched = case_rounds.solve(scheme, given.get("round", {}))
    facts = ScoringFacts(
        term,
        calendar,
        tuple(_mentors(given, pairings)),
        pairings,
        acts,
        found,
        _ticks(scheme, given.get("ticks", {})),
        _surveys(given),
        register_done=dict.fromkeys(given.get("register", ()), True),
    )
    return Case(scheme, term, pairings, found, score(scheme, facts), _layers(scheme, given), matched)


def _calendar(given: Mapping[str, Any]) -> tuple[Term, SchoolCalendar]:
    if not CALENDAR & set(given):
        return AUTUMN, YEAR
    days = {
        day: taught
        for name, taught in (("holidays", False), ("make_up", True))
        for line in given.get(name, ())
        for day in each_day(*words.stretch(line))
    }
    exams = frozenset(day for line in given.get("exam_weeks", ()) for day in words.stretch(line))
    if "term" not in given:
        return AUTUMN, SchoolCalendar(YEAR.terms, days, exams)
    if set(given["term"]) != {"starts", "ends"}:
        raise words.CaseError(f"a term starts and ends: {given['term']}")
    term = Term(AUTUMN.key, AUTUMN.name, given["term"]["starts"], given["term"]["ends"])
    return term, SchoolCalendar((term,), days, exams)


def _pairings(given: Mapping[str, Any], term: Term) -> Iterator[Pairing]:
    left = given.get("left", {})
    found = [
        words.pairing(mentor, place, line, left, term.starts)
        for mentor, lines in given.get("students", {}).items()
        for place, line in enumerate(lines)
    ]
    for name in left:
        words.known(name, {pairing.student_id for pairing in found}, "left")
    yield from found


def _mentors(given: Mapping[str, Any], pairings: tuple[Pairing, ...]) -> Iterator[MentorScope]:
    for line in given.get("mentors", given.get("students", {})):
        about = words.said(line, ("级",))
        (name,) = about.plain
        own = [pairing for pairing in pairings if pairing.mentor_id == name]
        units = tuple(dict.fromkeys(pairing.unit_id for pairing in own if pairing.unit_id))
        yield MentorScope(name, about.values.get("级", "高一"), units, tuple(pairing.student_id for pairing in own))


def _acts(given: Mapping[str, Any], pairings: tuple[Pairing, ...], leaves: list[Leave]) -> Iterator[Act]:
    groups: dict[str, frozenset[str]] = {}
    for pairing in pairings:
        groups[pairing.mentor_id] = groups.get(pairing.mentor_id, frozenset()) | {pairing.unit_id or ""}
    people = words.People(frozenset(pairing.student_id for pairing in pairings), groups)
    mentors = {scope.mentor_id for scope in _mentors(given, pairings)} | set(groups)
    writers = mentors | people.students | {leave.substitute_id for leave in leaves if leave.substitute_id}
    for author, lines in given.get("records", {}).items():
        words.known(author, writers, "records")
        for place, line in enumerate(lines):
            yield from words.acts(author, place, line, people)


def _marks(scheme: Scheme, given: Mapping[str, Any], pairings: tuple[Pairing, ...]) -> Iterator[Mark]:
    codes = {category.key for category in scheme.categories} | {ATTENTION}
    for student, lines in given.get("marks", {}).items():
        words.known(student, {pairing.student_id for pairing in pairings}, "marks")
        yield from words.marks(student, lines, codes)


def _ticks(scheme: Scheme, given: Mapping[str, Mapping[str, bool | float]]) -> dict[tuple[str, str], bool | float]:
    items = scheme.appraisal.items if scheme.appraisal else ()
    keys = {item.label: item.key for item in items}
    return {
        (mentor, keys[words.known(label, keys, "ticks")]): tick
        for mentor, ticks in given.items()
        for label, tick in ticks.items()
    }


def _surveys(given: Mapping[str, Any]) -> dict[tuple[str, str], tuple[float, ...]]:
    """The answers on each mentor; a mean alone stands for five equal answers."""
    found = {
        (words.known(source, set(Survey), "surveys"), mentor): tuple(map(float, answers))
        for source, mentors in given.get("surveys", {}).items()
        for mentor, answers in mentors.items()
    }
    for name, source in SAY.items():
        found |= {(source.value, mentor): (float(mean),) * 5 for mentor, mean in given.get(name, {}).items()}
    return found


def _layers(scheme: Scheme, given: Mapping[str, Any]) -> list[list[int]]:
    """How many of each layer sit in each group."""
    if "pupils" not in given:
        return []
    (step,) = [step for step in scheme.steps if step.kind == "group_students"]
    pupils = given["pupils"]
    if isinstance(pupils, int):
        names = [str(place) for place in range(len(step.ratio))]
        of = layers_by_ratio({f"{place:03d}": -float(place) for place in range(pupils)}, step.ratio, names)
    else:
        names = [str(name) for name in pupils]
        of = {f"{name}{place:03d}": name for name in names for place in range(pupils[name])}
    groups = make_groups([Member(one, layer) for one, layer in of.items()], given["groups"], seed=1).groups
    return sorted([sum(of[one] == name for one in group) for name in names] for group in groups)
