"""The independent checker: recounts any seating from the problem alone. Shares no code with the solver."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from taoli.engine.matching.types import Finding, Mentor, Problem, Student, Value

PROMISE_CODES = frozenset({"justified_envy", "empty_seat_claim"})
"""Codes about wishes. Every other code of `check` is a hard rule broken."""


@dataclass(frozen=True, slots=True)
class Seating:
    """A seating with what is needed to recount it. Unknown ids are left out of `groups`."""

    problem: Problem
    students: Mapping[str, Student]
    mentors: Mapping[str, Mentor]
    seats: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    places: Mapping[str, int]
    open_classes: Mapping[str, Collection[str]]


def check(
    problem: Problem,
    seats: Mapping[str, str],
    *,
    open_classes: Mapping[str, Collection[str]] | None = None,
) -> tuple[Finding, ...]:
    """Everything a seating breaks: hard rules first, then justified envy and claims to empty seats."""
    seating = seating_of(problem, seats, open_classes)
    findings = [*_coverage(seating)]
    for mentor in sorted(seating.mentors):
        findings += mentor_findings(seating, mentor)
    findings += link_findings(seating)
    for student in sorted(seating.students):
        findings += wish_findings(seating, student)
    return tuple(findings)


def seating_of(
    problem: Problem, seats: Mapping[str, str], open_classes: Mapping[str, Collection[str]] | None = None
) -> Seating:
    students = {one.id: one for one in problem.students}
    mentors = {one.id: one for one in problem.mentors}
    groups: dict[str, list[str]] = {one: [] for one in mentors}
    for student, mentor in sorted(seats.items()):
        if student in students and mentor in mentors:
            groups[mentor].append(student)
    return Seating(
        problem=problem,
        students=students,
        mentors=mentors,
        seats=seats,
        groups={mentor: tuple(group) for mentor, group in groups.items()},
        places=_places(problem),
        open_classes=open_classes or {},
    )


def _places(problem: Problem) -> dict[str, int]:
    def number(one: str) -> tuple[bytes, str]:
        return blake2b(f"{problem.seed}\x1f{one}".encode(), digest_size=8).digest(), one

    return {one: place for place, one in enumerate(sorted((s.id for s in problem.students), key=number), 1)}


def _coverage(seating: Seating) -> Iterator[Finding]:
    for student in sorted(seating.students):
        if student not in seating.seats:
            yield Finding("not_seated", {"student": student})
    for student, mentor in sorted(seating.seats.items()):
        if student not in seating.students:
            yield Finding("unknown_student", {"student": student})
        if mentor not in seating.mentors:
            yield Finding("unknown_mentor", {"student": student, "mentor": mentor})


def mentor_findings(seating: Seating, mentor: str) -> list[Finding]:
    """Hard rules broken by one mentor's group."""
    return [*_load(seating, mentor), *_mix(seating, mentor)]


def _load(seating: Seating, mentor: str) -> Iterator[Finding]:
    one, group = seating.mentors[mentor], seating.groups[mentor]
    load = len(group)
    if one.absent:
        if group:
            yield Finding("mentor_absent", {"mentor": mentor, "students": group, "by": load})
        return
    if load > one.max:
        yield Finding("over_maximum", {"mentor": mentor, "load": load, "max": one.max, "by": load - one.max})
    if load < one.min:
        yield Finding("under_minimum", {"mentor": mentor, "load": load, "min": one.min, "by": one.min - load})


def _mix(seating: Seating, mentor: str) -> Iterator[Finding]:
    rules, group = seating.problem.rules, seating.groups[mentor]
    values: dict[str, Value]
    names = tuple(sorted({seating.students[one].class_id for one in group} - {""}))
    limit = rules.max_classes_per_mentor
    if limit is not None and len(names) > limit:
        over = len(names) - limit
        yield Finding("too_many_classes", {"mentor": mentor, "classes": names, "limit": limit, "by": over})
    if rules.teaches_class:
        for one in group:
            if not _teaches(seating, mentor, one) and one not in rules.pinned:
                yield Finding("not_eligible", {"student": one, "mentor": mentor})
    count = Counter(name for one in group for name in seating.students[one].categories)
    for name, cap in sorted(rules.category_cap.items()):
        if count[name] > cap:
            over = count[name] - cap
            values = {"mentor": mentor, "category": name, "count": count[name], "cap": cap, "by": over}
            yield Finding("category_over_cap", values)
    for number, apart in enumerate(rules.apart):
        met = tuple(sorted(apart & set(group)))
        if len(met) > 1:
            values = {"mentor": mentor, "rule": number, "students": met, "by": len(met) - 1}
            yield Finding("apart_broken", values)


def _teaches(seating: Seating, mentor: str, student: str) -> bool:
    one = seating.mentors[mentor]
    return one.everywhere or seating.students[student].class_id in one.classes


def link_findings(seating: Seating) -> Iterator[Finding]:
    """Hard rules between mentors: kept together, pinned, units whole."""
    rules = seating.problem.rules
    for number, together in enumerate(rules.together):
        members = tuple(sorted(together & seating.students.keys()))
        found = tuple(sorted({seating.seats[one] for one in members if one in seating.seats}))
        if len(found) > 1:
            values: dict[str, Value] = {"rule": number, "students": members, "mentors": found, "by": len(found) - 1}
            yield Finding("together_broken", values)
    for student, (mentor, _reason) in sorted(rules.pinned.items()):
        if student in seating.students and seating.seats.get(student, mentor) != mentor:
            now = seating.seats[student]
            yield Finding("pin_broken", {"student": student, "mentor": now, "pinned_to": mentor})
    for unit in seating.problem.units:
        found = tuple(sorted({seating.seats[one] for one in unit.student_ids if one in seating.seats}))
        if len(found) > 1:
            yield Finding("unit_split", {"unit": unit.id, "mentors": found, "by": len(found) - 1})


def wish_findings(seating: Seating, student: str) -> Iterator[Finding]:
    """Better wishes that this student could rightly claim: a seat held by a lower turn, or an empty seat."""
    if not _may_claim(seating, student) or student not in seating.seats:
        return
    seen: set[str] = set()
    for tier in seating.students[student].wishes:
        if seating.seats[student] in tier:
            return
        for mentor in tier:
            if mentor in seating.mentors and mentor not in seen and _welcome(seating, student, mentor):
                yield from _claim(seating, student, mentor)
            seen.add(mentor)


def _may_claim(seating: Seating, student: str) -> bool:
    """Students pinned, kept together or in a unit stand outside: their seat is decided by a rule."""
    rules, units = seating.problem.rules, seating.problem.units
    bound = student in rules.pinned or any(student in one for one in rules.together)
    return not bound and not any(student in unit.student_ids for unit in units)


def _welcome(seating: Seating, student: str, mentor: str) -> bool:
    one, name = seating.mentors[mentor], seating.students[student].class_id
    rules = seating.problem.rules
    if one.absent or (rules.teaches_class and not _teaches(seating, mentor, student)):
        return False
    if rules.max_classes_per_mentor is None or not name:
        return True
    if mentor in seating.open_classes:
        return name in seating.open_classes[mentor]
    present = {seating.students[other].class_id for other in seating.groups[mentor]} - {""}
    return name in present or len(present) < rules.max_classes_per_mentor


def _claim(seating: Seating, student: str, mentor: str) -> Iterator[Finding]:
    group = seating.groups[mentor]
    mine = _turn(seating, mentor, student)
    for other in sorted(group, key=lambda one: _turn(seating, mentor, one), reverse=True):
        if _turn(seating, mentor, other) < mine:
            break
        rest = tuple(one for one in group if one != other)
        if _may_claim(seating, other) and _keeps_mix(seating, (*rest, student)):
            yield Finding("justified_envy", {"student": student, "mentor": mentor, "over": other})
            return
    if len(group) < seating.mentors[mentor].max and _keeps_mix(seating, (*group, student)):
        yield Finding("empty_seat_claim", {"student": student, "mentor": mentor})


def _turn(seating: Seating, mentor: str, student: str) -> tuple[int, int]:
    mark = seating.mentors[mentor].marks.get(student)
    return ("first", "fine").index(mark) if mark in {"first", "fine"} else 2, seating.places[student]


def _keeps_mix(seating: Seating, group: tuple[str, ...]) -> bool:
    rules = seating.problem.rules
    count = Counter(name for one in group for name in seating.students[one].categories)
    if any(count[name] > cap for name, cap in rules.category_cap.items()):
        return False
    return not any(len(apart & set(group)) > 1 for apart in rules.apart)
