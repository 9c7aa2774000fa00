"""What a move on the board would newly break, before anything is saved."""

import dataclasses
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taoli.engine.matching import PROMISE_CODES, Exchange, Finding, Problem, best_exchange, check, try_move
from taoli.engine.matching.check import mentor_findings, seating_of
from taoli.matching.models import MatchRun, Seat
from taoli.matching.queries.problem import problem_now


@dataclass(frozen=True, slots=True)
class Moving:
    """A move thought through: who goes along, what it breaks, what it changes for wishes, an exchange."""

    student_ids: tuple[str, ...]
    mentor_id: str
    breaks: tuple[Finding, ...]
    wishes: tuple[Finding, ...]
    exchange: Exchange | None


@dataclass(frozen=True, slots=True)
class Table:
    """The board as the engine sees it: today's problem, the seats, and who goes together."""

    problem: Problem
    seats: Mapping[str, str]
    groups: Mapping[str, str]

    def together(self, student: str) -> tuple[str, ...]:
        """Return the student with the rest of the unit that is assigned as a whole."""
        group = self.groups.get(student)
        if group is None:
            return (student,)
        return tuple(sorted(one for one, other in self.groups.items() if other == group))


def table_of(run: MatchRun) -> Table:
    """Return the board of a run as of now."""
    problem = problem_now(run)
    present = {one.id for one in problem.students}
    rows = Seat.objects.of(run.school_id).filter(run=run).values_list("student_id", "mentor_id")
    return Table(
        problem=problem,
        seats={str(student): str(mentor) for student, mentor in rows if str(student) in present},
        groups={one: unit.id for unit in problem.units for one in unit.student_ids if one in present},
    )


def think(table: Table, student_id: uuid.UUID | str, mentor_id: uuid.UUID | str) -> Moving:
    """Return what moving this student (or the whole unit) to the mentor would do; KeyError for unknown ids."""
    student, mentor = str(student_id), str(mentor_id)
    moving = table.together(student)
    if len(moving) == 1:
        found: Iterable[Finding] = try_move(table.problem, table.seats, student, mentor)
    else:
        found = _newly(table, dict.fromkeys(moving, mentor))
    found = tuple(found)
    return Moving(
        student_ids=moving,
        mentor_id=mentor,
        breaks=tuple(one for one in found if one.code not in PROMISE_CODES),
        wishes=tuple(one for one in found if one.code in PROMISE_CODES),
        exchange=_exchange(table, moving, mentor, found),
    )


def swap_breaks(table: Table, student_id: uuid.UUID | str, partner_id: uuid.UUID | str) -> tuple[Finding, ...]:
    """Return which rules two students changing seats would newly break."""
    student, partner = str(student_id), str(partner_id)
    seats = table.seats
    found = _newly(table, {student: seats[partner], partner: seats[student]})
    return tuple(one for one in found if one.code not in PROMISE_CODES)


def hints(table: Table, student_id: str) -> dict[str, tuple[Finding, ...]]:
    """Return mentor → the rules that placing this student (or unit) there would newly break; only where any."""
    moving = table.together(student_id)
    now = seating_of(table.problem, table.seats)
    found: dict[str, tuple[Finding, ...]] = {}
    for mentor, group in now.groups.items():
        coming = tuple(one for one in moving if one not in group)
        after = dataclasses.replace(now, groups={**now.groups, mentor: (*group, *coming)})
        known = {_identity(one): _amount(one) for one in mentor_findings(now, mentor)}
        new = mentor_findings(after, mentor)
        worse = tuple(one for one in new if _amount(one) > known.get(_identity(one), 0))
        if worse and coming:
            found[mentor] = worse
    return found


def _exchange(table: Table, moving: tuple[str, ...], mentor: str, found: tuple[Finding, ...]) -> Exchange | None:
    full = any(one.code == "over_maximum" for one in found)
    if not full or len(moving) > 1 or moving[0] not in table.seats:
        return None
    return best_exchange(table.problem, table.seats, moving[0], mentor)


def _newly(table: Table, change: Mapping[str, str]) -> list[Finding]:
    before = {_identity(one): _amount(one) for one in check(table.problem, table.seats)}
    after = check(table.problem, {**table.seats, **change})
    return [one for one in after if _amount(one) > before.get(_identity(one), 0)]


def _identity(one: Finding) -> tuple[object, ...]:
    return one.code, *(one.params.get(key) for key in ("student", "mentor", "category", "unit"))


def _amount(one: Finding) -> int:
    by = one.params.get("by", 1)
    return by if isinstance(by, int) else 1
