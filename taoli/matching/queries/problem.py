"""What the engine is given for a round, kept with the run so that board and explanations speak of the same facts."""

import dataclasses
import datetime as dt
import functools
import hashlib
import json
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from pydantic import TypeAdapter

from taoli.common import clock
from taoli.engine.matching import Mentor, Problem, Rules, Student, Unit
from taoli.engine.scheme.vocabulary import EligibilityRule
from taoli.engine.scheme.vocabulary import Unit as UnitKind
from taoli.matching.models import ChoiceRound, MatchRun, Wish
from taoli.matching.queries.claims import claims_of, with_claims
from taoli.matching.queries.marks import marks_of
from taoli.matching.queries.rounds import offers, ranks_of, round_students
from taoli.matching.queries.rules import rules_of
from taoli.roster.models import Student as Pupil
from taoli.roster.queries.people import teaches, units
from taoli.roster.queries.standing import categories_of, on_leave
from taoli.schemes.queries import rules

# Who is away this much longer gets no new students; a shorter leave has a substitute.
LONG_LEAVE = dt.timedelta(days=28)
ADAPTER: TypeAdapter[Problem] = TypeAdapter(Problem)


def problem_of(choice: ChoiceRound, seed: int) -> Problem:
    """Return the round as a problem; ids are the rows' own. Wishes count only where the scheme lets students choose."""
    scheme = rules(choice.scheme)
    students = list(round_students(choice))
    wishes = wishes_of(choice) if ranks_of(choice) else {}
    categories = categories_of(choice.school_id) if choice.category_caps else {}
    named = rules_of(choice, {one.pk for one in students})
    problem = Problem(
        students=tuple(
            Student(
                id=str(one.pk),
                class_id=str(one.school_class_id),
                gender=one.gender,
                layer=one.layer,
                categories=frozenset(categories.get(one.pk, ())),
                wishes=tuple((mentor,) for mentor in wishes.get(one.pk, ())),
            )
            for one in students
        ),
        mentors=_mentors(choice),
        rules=Rules(
            max_classes_per_mentor=choice.max_classes or scheme.max_classes_per_mentor,
            teaches_class=scheme.eligibility.rule == EligibilityRule.TEACHES_CLASS,
            apart=named.apart,
            together=named.together,
            pinned=named.pinned,
            category_cap=choice.category_caps,
        ),
        seed=seed,
        units=_units(choice, students),
    )
    return with_claims(problem, claims_of(choice))


def wishes_of(choice: ChoiceRound) -> dict[uuid.UUID, list[str]]:
    """Return student → mentors wished for, best first."""
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    rows = Wish.objects.of(choice.school_id).filter(round=choice).order_by("student_id", "rank")
    for student, mentor in rows.values_list("student_id", "mentor_id"):
        found[student].append(str(mentor))
    return found


def plain(value: Any) -> Any:
    """Return a problem, certificate or finding as JSON-able data, sets sorted: the same bytes for the same facts."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in sorted(value.items())}
    if isinstance(value, AbstractSet):
        return sorted(plain(part) for part in value)
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value


def input_hash(data: Any) -> str:
    """Return SHA-256 of what the engine was given."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def problem_now(run: MatchRun) -> Problem:
    """Return the run's problem with today's students: who came since takes part without wishes, who left does not."""
    known = problem_then(run)
    rows = round_students(run.round).order_by().values_list("pk", "school_class_id")
    now = {str(student): str(room) for student, room in rows}
    stayed = tuple(one for one in known.students if one.id in now)
    come = set(now) - {one.id for one in known.students}
    fresh = tuple(Student(id=one, class_id=now[one]) for one in sorted(come))
    return dataclasses.replace(known, students=(*stayed, *fresh))


def problem_then(run: MatchRun) -> Problem:
    """Return exactly what the engine was given; a finished run's problem never changes, so it is parsed once."""
    return _parsed(run.school_id, run.pk, run.input_hash)


@functools.lru_cache(maxsize=8)
def _parsed(school_id: int, run_id: uuid.UUID, _input_hash: str) -> Problem:
    data = MatchRun.objects.of(school_id).values_list("problem", flat=True).get(pk=run_id)
    return ADAPTER.validate_python(data)


def nearer(problem: Problem, grade_of: Mapping[str, str]) -> tuple[tuple[str, Problem], ...]:
    """Return the problems to try in turn when nobody chooses: only classes one teaches, only grades one teaches, any.

    `grade_of`: class id → grade id. The scheme's own rule stays in force in each; codes `class`, `grade`, `school`.
    """
    if problem.rules.teaches_class:
        return (("class", problem),)
    strict = dataclasses.replace(problem.rules, teaches_class=True)
    by_grade = tuple(dataclasses.replace(one, classes=_same_grades(one, grade_of)) for one in problem.mentors)
    return (
        ("class", dataclasses.replace(problem, rules=strict)),
        ("grade", dataclasses.replace(problem, rules=strict, mentors=by_grade)),
        ("school", problem),
    )


def _same_grades(mentor: Mentor, grade_of: Mapping[str, str]) -> frozenset[str]:
    grades = {grade_of[room] for room in mentor.classes if room in grade_of}
    return frozenset(room for room, grade in grade_of.items() if grade in grades)


def _mentors(choice: ChoiceRound) -> tuple[Mentor, ...]:
    taught = teaches(choice.school_id, clock.today())
    marks = marks_of(choice)
    away = on_leave(choice.school_id, clock.today(), LONG_LEAVE)
    return tuple(
        Mentor(
            id=str(offer.staff_id),
            min=offer.minimum,
            target=offer.target,
            max=offer.maximum,
            classes=frozenset(str(one) for one in taught.get(offer.staff_id, ())),
            marks=marks.get(offer.staff_id, {}),
            everywhere=offer.everywhere,
            absent=offer.absent or offer.staff_id in away or offer.staff.left_on is not None,
        )
        for offer in offers(choice)
    )


def _units(choice: ChoiceRound, students: Sequence[Pupil]) -> tuple[Unit, ...]:
    if choice.unit == UnitKind.STUDENT:
        return ()
    if choice.unit == UnitKind.CLASS:
        return _classes(students)
    present = {one.pk for one in students}
    found = units(choice.school_id, choice.unit, clock.today())
    return tuple(
        Unit(
            id=str(row.group.pk),
            student_ids=tuple(str(one) for one in row.student_ids if one in present),
            class_id=str(row.class_id or ""),
            homeroom_mentor=str(row.homeroom_staff_id or ""),
        )
        for row in found
        if present & set(row.student_ids)
    )


def _classes(students: Sequence[Pupil]) -> tuple[Unit, ...]:
    """Every class as one unit (B-01); its homeroom teacher has no first claim on it."""
    rooms: dict[str, list[str]] = defaultdict(list)
    for one in students:
        rooms[str(one.school_class_id)].append(str(one.pk))
    return tuple(Unit(id=room, student_ids=tuple(members), class_id=room) for room, members in rooms.items())
