"""Recounting by hand why a round is impossible: from the problem alone, sharing no code with what found it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from taoli.engine.matching.types import Finding, Mentor, Problem, Student

Params = Mapping[str, Any]


def check_infeasible(problem: Problem, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What does not count up: "count_wrong" {code, finding}, "nothing_shown" {} when no reason is given at all.

    Counted sets must be exact and short; the single rules of a conflict must be rules of this problem.
    "search_limit" shows nothing.
    """
    listed = tuple(findings)
    wrong = [
        Finding("count_wrong", {"code": one.code, "finding": place})
        for place, one in enumerate(listed)
        if not COUNTS.get(one.code, _false)(problem, one.params)
    ]
    shown = [one for one in listed if one.code != "search_limit"]
    return (*wrong, *(() if shown else (Finding("nothing_shown"),)))


def _false(_problem: Problem, _params: Params) -> bool:
    return False


def _true(_problem: Problem, _params: Params) -> bool:
    return True


def _seats(one: Mentor) -> int:
    return 0 if one.absent else max(one.max, 0)


def _least(one: Mentor) -> int:
    return 0 if one.absent else max(one.min, 0)


def _may(problem: Problem, student: Student, mentor: Mentor) -> bool:
    taught = not problem.rules.teaches_class or mentor.everywhere or student.class_id in mentor.classes
    return _seats(mentor) > 0 and taught


def _mentors(problem: Problem) -> dict[str, Mentor]:
    return {one.id: one for one in problem.mentors}


def _pinned_at(problem: Problem, mentor: str) -> list[Student]:
    pins = problem.rules.pinned
    return [one for one in problem.students if one.id in pins and pins[one.id][0] == mentor]


def _open_to(problem: Problem, ids: Iterable[str]) -> set[str]:
    students = [one for one in problem.students if one.id in set(ids)]
    return {m.id for m in problem.mentors if any(_may(problem, one, m) for one in students)}


def _sums(params: Params, need: int, have: int, names: tuple[str, str, str]) -> bool:
    """Do the three figures of the finding say this need, this room, and how much is missing?"""
    return need > have and tuple(params[name] for name in names if name) == tuple(
        value for name, value in zip(names, (need, have, need - have), strict=True) if name
    )


def _crossed(problem: Problem, params: Params) -> bool:
    one = _mentors(problem)[params["mentor"]]
    return (one.min, one.max) == (params["min"], params["max"]) and _least(one) > _seats(one)


def _totals(problem: Problem, params: Params) -> bool:
    return _sums(params, len(problem.students), sum(map(_seats, problem.mentors)), ("students", "seats", "short"))


def _minimums(problem: Problem, params: Params) -> bool:
    return _sums(params, sum(map(_least, problem.mentors)), len(problem.students), ("minimum", "students", "excess"))


def _free_students(problem: Problem, params: Params) -> bool:
    known = {one.id for one in problem.students} - problem.rules.pinned.keys()
    return len(set(params["students"])) == len(params["students"]) and set(params["students"]) <= known


def _hall(problem: Problem, params: Params) -> bool:
    mentors = _mentors(problem)
    if not _free_students(problem, params) or _open_to(problem, params["students"]) != set(params["mentors"]):
        return False
    seats = sum(_seats(mentors[one]) - len(_pinned_at(problem, one)) for one in params["mentors"])
    return _sums(params, len(params["students"]), seats, ("", "seats", "short"))


def _category(problem: Problem, params: Params) -> bool:
    name, mentors, ids = params["category"], _mentors(problem), set(params["students"])
    cap = problem.rules.category_cap[name]
    having = all(name in one.categories for one in problem.students if one.id in ids)
    if not having or not _free_students(problem, params) or _open_to(problem, ids) != set(params["mentors"]):
        return False
    seats = 0
    for one in params["mentors"]:
        pinned = _pinned_at(problem, one)
        held = sum(name in other.categories for other in pinned)
        seats += min(cap - held, _seats(mentors[one]) - len(pinned))
    return cap == params["cap"] and _sums(params, len(ids), seats, ("", "seats", "short"))


def _hall_minimum(problem: Problem, params: Params) -> bool:
    mentors = [one for one in problem.mentors if one.id in set(params["mentors"])]
    owed = sum(max(_least(one) - len(_pinned_at(problem, one.id)), 0) for one in mentors)
    free = [one for one in problem.students if one.id not in problem.rules.pinned]
    come = [one for one in free if any(_may(problem, one, mentor) for mentor in mentors)]
    classes = {one.class_id for one in come} == set(params["classes"])
    return classes and _sums(params, owed, len(come), ("minimum", "students", "excess"))


def _apart(problem: Problem, params: Params) -> bool:
    """Every two apart, from each other and from those pinned who block a mentor for all of them."""
    ids, pins, mentors = set(params["students"]), problem.rules.pinned, _mentors(problem)

    def foes(one: str, other: str) -> bool:
        return any({one, other} <= group for group in problem.rules.apart)

    if not _free_students(problem, params) or not all(foes(one, other) for one in ids for other in ids - {one}):
        return False
    blocked = {mentor for one, (mentor, _why) in pins.items() if all(foes(one, other) for other in ids)}
    free = {m for m in params["mentors"] if _seats(mentors[m]) > len(_pinned_at(problem, m))} - blocked
    known = _open_to(problem, ids) == set(params["mentors"])
    return known and _sums(params, len(ids), len(free), ("", "seats", "short"))


def _too_large(problem: Problem, params: Params) -> bool:
    ids, pins = set(params["students"]), problem.rules.pinned
    members = [one for one in problem.students if one.id in ids]
    shared = [
        _seats(m)
        for m in problem.mentors
        if all(pins[one.id][0] == m.id if one.id in pins else _may(problem, one, m) for one in members)
    ]
    bound = [*problem.rules.together, *(frozenset(unit.student_ids) for unit in problem.units)]
    known = any(ids <= group for group in bound) and len(members) == params["size"] == len(ids)
    return known and params["largest"] == max(shared, default=0) < len(ids)


def _both(problem: Problem, params: Params) -> bool:
    ids = set(params["students"])
    bound = [*problem.rules.together, *(frozenset(unit.student_ids) for unit in problem.units)]
    return len(ids) > 1 and any(ids <= one for one in bound) and any(ids <= one for one in problem.rules.apart)


def _places(problem: Problem, params: Params) -> bool:
    limit, pins = problem.rules.max_classes_per_mentor, problem.rules.pinned
    needed, reach = 0, set[str]()
    for name in params["classes"]:
        members = [one for one in problem.students if one.class_id == name]
        open_to = _open_to(problem, [one.id for one in members])
        open_to |= {pins[one.id][0] for one in members if one.id in pins}
        sizes = sorted((_seats(m) for m in problem.mentors if m.id in open_to), reverse=True)
        enough = (count for count in range(len(sizes)) if sum(sizes[:count]) >= len(members))
        needed += next(enough, len(sizes))
        reach |= open_to
    known = limit == params["limit"] and reach == set(params["mentors"]) and "" not in params["classes"]
    return known and _sums(params, needed, (limit or 0) * len(reach), ("needed", "places", "short"))


def _pinned_fact(problem: Problem, params: Params) -> bool:
    student, mentor = params.get("student"), params.get("mentor")
    return student in problem.rules.pinned and problem.rules.pinned[str(student)][0] == mentor


def _pinned_nobody(problem: Problem, params: Params) -> bool:
    known = {one.id for one in problem.students}
    return params["student"] in problem.rules.pinned and params["student"] not in known


def _pinned_away(problem: Problem, params: Params) -> bool:
    there = _mentors(problem).get(params["mentor"])
    return _pinned_fact(problem, params) and (there is None or there.absent)


def _pinned_many(problem: Problem, params: Params) -> bool:
    ids = {one.id for one in _pinned_at(problem, params["mentor"])}
    one = _mentors(problem)[params["mentor"]]
    return ids == set(params["students"]) and _seats(one) == params["max"] < len(ids)


def _pinned_classes(problem: Problem, params: Params) -> bool:
    names = {one.class_id for one in _pinned_at(problem, params["mentor"])} - {""}
    limit = problem.rules.max_classes_per_mentor
    return names == set(params["classes"]) and limit == params["limit"] and limit is not None and limit < len(names)


def _pinned_category(problem: Problem, params: Params) -> bool:
    count = sum(params["category"] in one.categories for one in _pinned_at(problem, params["mentor"]))
    cap = problem.rules.category_cap[params["category"]]
    return (count, cap) == (params["count"], params["cap"]) and cap < count


def _pinned_apart(problem: Problem, params: Params) -> bool:
    ids = set(params["students"])
    there = {one.id for one in _pinned_at(problem, params["mentor"])}
    return len(ids) > 1 and ids <= there and any(ids <= group for group in problem.rules.apart)


def _pinned_together(problem: Problem, params: Params) -> bool:
    ends = {problem.rules.pinned[one][0] for one in params["students"] if one in problem.rules.pinned}
    return len(ends) > 1 and ends == set(params["mentors"]) and frozenset(params["students"]) in problem.rules.together


def _core_group(groups: tuple[frozenset[str], ...], params: Params) -> bool:
    return params["rule"] < len(groups) and groups[params["rule"]] == set(params["students"])


def _bound(problem: Problem, params: Params, of: Callable[[Mentor], int]) -> bool:
    return any(one.id == params["mentor"] and of(one) == params["limit"] for one in problem.mentors)


COUNTS: dict[str, Callable[[Problem, Params], bool]] = {
    "minimum_above_maximum": _crossed,
    "seats_short": _totals,
    "minimum_too_high": _minimums,
    "hall_seats": _hall,
    "nobody_eligible": _hall,
    "hall_minimum": _hall_minimum,
    "category_seats_short": _category,
    "apart_seats_short": _apart,
    "together_too_large": _too_large,
    "together_and_apart": _both,
    "class_places_short": _places,
    "pinned_unknown_student": _pinned_nobody,
    "pinned_unknown_mentor": _pinned_away,
    "pinned_absent": _pinned_away,
    "pinned_over_maximum": _pinned_many,
    "pinned_classes": _pinned_classes,
    "pinned_category": _pinned_category,
    "pinned_apart": _pinned_apart,
    "pinned_together": _pinned_together,
    "search_limit": _true,
    "rules_conflict": _true,
    "core_pinned": _pinned_fact,
    "core_apart": lambda problem, params: _core_group(problem.rules.apart, params),
    "core_together": lambda problem, params: _core_group(problem.rules.together, params),
    "core_unit": lambda problem, params: any(
        one.id == params["unit"] and set(one.student_ids) == set(params["students"]) for one in problem.units
    ),
    "core_category_cap": lambda problem, params: problem.rules.category_cap.get(params["category"]) == params["limit"],
    "core_class_limit": lambda problem, params: problem.rules.max_classes_per_mentor == params["limit"],
    "core_teaches_class": lambda problem, _params: problem.rules.teaches_class,
    "core_minimum": lambda problem, params: _bound(problem, params, _least),
    "core_maximum": lambda problem, params: _bound(problem, params, _seats),
}
