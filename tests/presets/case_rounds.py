"""A worked example of matching: `round` of a case, solved by the scheme's own bounds, rules and way of matching.

round: {mentors: [王老师, "李老师 教:高一1班,高一2班"], lead_mentors: [赵老师], students: 40 | {林子涵: 王老师 李老师 班:高一1班
组:航模}, first: {王老师: [林子涵]}}. The words of a student are the mentors wished for, in order; 组 names a unit that is
assigned as a whole; `first`: whom a mentor marks 优先.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from taoli.engine.matching import Infeasible, Mentor, Outcome, Problem, Rules, Student, Unit, solve_assigned, solve_fair
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, EligibilityRule
from taoli.engine.scheme.vocabulary import Unit as UnitKind
from tests.presets.case_words import known, said

ROUND = frozenset({"mentors", "lead_mentors", "students", "first"})


def solve(scheme: Scheme, given: Mapping[str, Any]) -> Outcome | None:
    """The matching, why there is none, or None when the case has no round."""
    if not given:
        return None
    for name in given:
        known(name, ROUND, "round")
    students = given["students"]
    if isinstance(students, int):
        students = dict.fromkeys((f"学生{place:03d}" for place in range(1, students + 1)), "")
    found = {name: said(line, ("班", "组")) for name, line in students.items()}
    mentors = tuple(_mentors(scheme, given, len(found)))
    names = {mentor.id for mentor in mentors}
    chooses = any(step.kind == "student_choice" for step in scheme.steps)
    problem = Problem(
        tuple(
            Student(
                name,
                class_id=words.values.get("班", "一班"),
                wishes=tuple((known(wish, names, name),) for wish in words.plain) if chooses else (),
            )
            for name, words in found.items()
        ),
        mentors,
        Rules(
            max_classes_per_mentor=scheme.max_classes_per_mentor,
            teaches_class=scheme.eligibility.rule == EligibilityRule.TEACHES_CLASS,
        ),
        seed=1,
        units=tuple(_units({name: words.values["组"] for name, words in found.items() if "组" in words.values})),
    )
    fair = any(step.kind == "allocate" and step.mode == "fair" for step in scheme.steps)
    return (solve_fair if fair else solve_assigned)(problem)


def _mentors(scheme: Scheme, given: Mapping[str, Any], students: int) -> Iterator[Mentor]:
    """With the bounds of their role; without a number in the scheme nobody is kept from taking all."""
    for role, place in ((Actor.MENTOR, "mentors"), (Actor.LEAD_MENTOR, "lead_mentors")):
        capacity = scheme.capacity.get(role) or scheme.capacity.get(Actor.MENTOR)
        bound = capacity.bounds(UnitKind.STUDENT) if capacity else None
        for line in given.get(place, ()):
            words = said(line, ("教",))
            (name,) = words.plain
            yield Mentor(
                name,
                min=bound.min or 0 if bound else 0,
                target=bound.target if bound else None,
                max=students if bound is None or bound.max is None else bound.max,
                classes=frozenset(words.values.get("教", "").split(",")) - {""},
                marks=dict.fromkeys(given.get("first", {}).get(name, ()), "first"),
            )


def _units(group_of: Mapping[str, str]) -> Iterator[Unit]:
    for group in dict.fromkeys(group_of.values()):
        yield Unit(group, tuple(student for student, named in group_of.items() if named == group))


def seats(outcome: Outcome | None) -> dict[str, list[str]]:
    """Whom each mentor gets; nobody when the round is impossible."""
    found: dict[str, list[str]] = {}
    if outcome is not None and not isinstance(outcome, Infeasible):
        for student, mentor in sorted(outcome.seats.items()):
            found.setdefault(mentor, []).append(student)
    return found


def obstacles(outcome: Outcome | None) -> dict[str, dict[str, Any]]:
    """Why there is no matching: code and values."""
    if not isinstance(outcome, Infeasible):
        return {}
    return {finding.code: dict(finding.params) for finding in outcome.findings}
