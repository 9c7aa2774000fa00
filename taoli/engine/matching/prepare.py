"""From ids to indices: one table, sorted by id, so that the order of the input never matters."""

from collections.abc import Iterable
from dataclasses import dataclass

from taoli.engine.matching.lottery import draw
from taoli.engine.matching.types import Finding, Mentor, Problem, Student

MARK_LEVEL = {"first": 0, "fine": 1}
UNMARKED = 2


@dataclass(frozen=True, slots=True)
class Table:
    """The problem by index. `tiers[s]`: mentor → 1-based wish tier; `wishes[s]`: the same in proposal order."""

    problem: Problem
    students: tuple[Student, ...]
    mentors: tuple[Mentor, ...]
    row: dict[str, int]
    column: dict[str, int]
    tiers: tuple[dict[int, int], ...]
    wishes: tuple[tuple[int, ...], ...]
    place: tuple[int, ...]
    most: tuple[int, ...]
    least: tuple[int, ...]
    eligible: dict[str, frozenset[int]]
    pins: dict[int, int]
    notes: tuple[Finding, ...]


def lottery_places(problem: Problem) -> dict[str, int]:
    """The published lottery: student id → place 1..n, drawn from the seed and the id alone."""
    ids = sorted({student.id for student in problem.students})
    order = sorted(ids, key=lambda one: (draw(problem.seed, one), one))
    return {one: place for place, one in enumerate(order, start=1)}


def tabulate(problem: Problem) -> Table:
    """Index the problem. Raises ValueError when an id stands twice."""
    students = tuple(sorted(problem.students, key=lambda one: one.id))
    mentors = tuple(sorted(problem.mentors, key=lambda one: one.id))
    row = _index(one.id for one in students)
    column = _index(one.id for one in mentors)
    places = lottery_places(problem)
    most = tuple(0 if one.absent else max(one.max, 0) for one in mentors)
    eligible = _eligible_by_class(problem, students, mentors, most)
    tiers = tuple(_tiers(one, column) for one in students)
    wishes = tuple(
        _proposals(problem.seed, one.id, tier, eligible[one.class_id], mentors)
        for one, tier in zip(students, tiers, strict=True)
    )
    return Table(
        problem=problem,
        students=students,
        mentors=mentors,
        row=row,
        column=column,
        tiers=tiers,
        wishes=wishes,
        place=tuple(places[one.id] for one in students),
        most=most,
        least=tuple(0 if one.absent else max(one.min, 0) for one in mentors),
        eligible=eligible,
        pins={
            row[student]: column[mentor]
            for student, (mentor, _why) in problem.rules.pinned.items()
            if student in row and mentor in column
        },
        notes=tuple(_notes(students, column, mentors, eligible)),
    )


def priority(table: Table, mentor: int, student: int) -> tuple[int, int]:
    """A student's turn at a mentor, smaller first: the mentor's mark, then the lottery place."""
    mark = table.mentors[mentor].marks.get(table.students[student].id, "")
    return MARK_LEVEL.get(mark, UNMARKED), table.place[student]


def _index(ids: Iterable[str]) -> dict[str, int]:
    index: dict[str, int] = {}
    for one in ids:
        if one in index:
            raise ValueError(f"the id {one!r} stands twice")
        index[one] = len(index)
    return index


def _eligible_by_class(
    problem: Problem, students: tuple[Student, ...], mentors: tuple[Mentor, ...], most: tuple[int, ...]
) -> dict[str, frozenset[int]]:
    present = frozenset(m for m, seats in enumerate(most) if seats > 0)
    classes = sorted({one.class_id for one in students})
    if not problem.rules.teaches_class:
        return dict.fromkeys(classes, present)
    anywhere = frozenset(m for m in present if mentors[m].everywhere)
    return {name: anywhere | {m for m in present if name in mentors[m].classes} for name in classes}


def _tiers(student: Student, column: dict[str, int]) -> dict[int, int]:
    tiers: dict[int, int] = {}
    for tier, ids in enumerate(student.wishes, start=1):
        for one in ids:
            if one in column:
                tiers.setdefault(column[one], tier)
    return tiers


def _proposals(
    seed: int, student: str, tiers: dict[int, int], eligible: frozenset[int], mentors: tuple[Mentor, ...]
) -> tuple[int, ...]:
    """Wishes in the order of proposals; inside a tie the order is drawn, so that no name comes first."""
    reachable = [m for m in tiers if m in eligible]
    tied = len(set(tiers.values())) < len(tiers)
    if not tied:
        return tuple(sorted(reachable, key=tiers.__getitem__))
    return tuple(sorted(reachable, key=lambda m: (tiers[m], draw(seed, student, mentors[m].id), m)))


def _notes(
    students: tuple[Student, ...],
    column: dict[str, int],
    mentors: tuple[Mentor, ...],
    eligible: dict[str, frozenset[int]],
) -> Iterable[Finding]:
    """Wishes that cannot count: unknown ids, repeats, mentors who are away or not for this class."""
    for one in students:
        seen: set[str] = set()
        for mentor in (m for tier in one.wishes for m in tier):
            code = ""
            if mentor not in column:
                code = "wish_unknown"
            elif mentor in seen:
                code = "wish_repeated"
            elif mentors[column[mentor]].absent:
                code = "wish_absent"
            elif column[mentor] not in eligible[one.class_id]:
                code = "wish_not_eligible"
            if code:
                yield Finding(code, {"student": one.id, "mentor": mentor})
            seen.add(mentor)
