"""What a move on the board would newly break, before anything is saved."""

import dataclasses
import datetime as dt
import functools
import uuid
from collections.abc import Iterable, Iterator, Mapping

from taoli.common import clock
from taoli.engine.matching import PROMISE_CODES, Exchange, Finding, Problem, best_exchange, check, try_move
from taoli.engine.matching.check import Seating, link_findings, mentor_findings, seating_of
from taoli.matching.models import MatchRun, Seat
from taoli.matching.queries.problem import problem_now

GLANCES = 4  # boards kept in a process


@dataclasses.dataclass(frozen=True, slots=True)
class Moving:
    """A move thought through: who goes along, what it breaks, what it changes for wishes, an exchange."""

    student_ids: tuple[str, ...]
    mentor_id: str
    breaks: tuple[Finding, ...]
    wishes: tuple[Finding, ...]
    exchange: Exchange | None


@dataclasses.dataclass(frozen=True)
class Table:
    """The board as the engine sees it: today's problem, the seats, and who goes together."""

    problem: Problem
    seats: Mapping[str, str]
    groups: Mapping[str, str]

    @functools.cached_property
    def seating(self) -> Seating:
        """The seats with what the checker needs to recount them."""
        return seating_of(self.problem, self.seats)

    @functools.cached_property
    def standing(self) -> Mapping[str, Mapping[tuple[object, ...], int]]:
        """Mentor → what breaks there already, and by how much."""
        return {one: _amounts(mentor_findings(self.seating, one)) for one in self.seating.mentors}

    def together(self, student: str) -> tuple[str, ...]:
        """Return the student with the rest of the unit that is assigned as a whole."""
        group = self.groups.get(student)
        if group is None:
            return (student,)
        return tuple(sorted(one for one, other in self.groups.items() if other == group))

    def rank(self, student: str, mentor: str) -> int | None:
        """Return the place of a mentor among a student's wishes, None outside of them."""
        wishes = self.seating.students[student].wishes
        return next((place for place, tier in enumerate(wishes, 1) if mentor in tier), None)


def table_of(run: MatchRun) -> Table:
    """Return the board of a run as of now."""
    return _seated(run, problem_now(run))


def _seated(run: MatchRun, problem: Problem) -> Table:
    present = {one.id for one in problem.students}
    rows = Seat.objects.of(run.school_id).filter(run=run).values_list("student_id", "mentor_id")
    return Table(
        problem=problem,
        seats={str(student): str(mentor) for student, mentor in rows if str(student) in present},
        groups={one: unit.id for unit in problem.units for one in unit.student_ids if one in present},
    )


_glances: dict[uuid.UUID, tuple[dt.datetime, int, Table]] = {}


def glance(run: MatchRun) -> Table:
    """Return the board for looking only: kept in the process until a move; the roster may be a minute old.

    Saving never relies on it: what changed in the roster meanwhile is judged there.
    """
    minute = clock.now().replace(second=0, microsecond=0)
    since, edit, table = _glances.get(run.pk, (None, -1, None))
    if table is None or since != minute:
        table = table_of(run)
    elif edit != run.edit:
        table = _seated(run, table.problem)
    kept = [(key, one) for key, one in _glances.items() if key != run.pk]
    _glances.clear()
    _glances.update([*kept[1 - GLANCES :], (run.pk, (minute, run.edit, table))])
    return table


def think(table: Table, student_id: uuid.UUID | str, mentor_id: uuid.UUID | str) -> Moving:
    """Return what moving this student (or the whole unit) to the mentor would do; KeyError for unknown ids."""
    student, mentor = str(student_id), str(mentor_id)
    moving = table.together(student)
    if len(moving) == 1:
        found: Iterable[Finding] = try_move(table.problem, table.seats, student, mentor)
    else:
        found = newly(table, {**table.seats, **dict.fromkeys(moving, mentor)})
    found = tuple(found)
    return Moving(
        student_ids=moving,
        mentor_id=mentor,
        breaks=tuple(one for one in found if one.code not in PROMISE_CODES),
        wishes=tuple(one for one in found if one.code in PROMISE_CODES),
        exchange=_exchange(table, moving, mentor, found),
    )


def seats_break(table: Table, places: Mapping[str, str | None]) -> tuple[Finding, ...]:
    """Return which rules newly break when these students change to these mentors, or (None) lose their seats."""
    after = {one: mentor for one, mentor in {**table.seats, **places}.items() if mentor is not None}
    return tuple(one for one in newly(table, after) if one.code not in PROMISE_CODES)


def hints(table: Table, student_id: str) -> dict[str, tuple[Finding, ...]]:
    """Return mentor → the rules that placing this student (or unit) there would newly break; only where any.

    The present mentor's entry says what leaving breaks there.
    """
    moving = table.together(student_id)
    now = table.seating
    found: dict[str, tuple[Finding, ...]] = {}
    for mentor, group in now.groups.items():
        stay = tuple(one for one in group if one not in moving)
        after = stay if len(stay) < len(group) else (*group, *moving)
        tried = dataclasses.replace(now, groups={mentor: after})
        worse = [one for one in mentor_findings(tried, mentor) if _worse(one, table.standing[mentor])]
        if len(stay) == len(group):
            worse += _unlinked(table, moving, mentor)
        if worse:
            found[mentor] = tuple(worse)
    return found


def _unlinked(table: Table, moving: tuple[str, ...], mentor: str) -> Iterator[Finding]:
    """Return what breaks between mentors; only the rules that name somebody who moves are looked at."""
    rules = table.problem.rules
    touching = tuple(one for one in rules.together if not one.isdisjoint(moving))
    pinned = {one: rules.pinned[one] for one in moving if one in rules.pinned}
    if not (touching or pinned):
        return iter(())
    problem = dataclasses.replace(
        table.problem, rules=dataclasses.replace(rules, together=touching, pinned=pinned), units=()
    )
    before = dataclasses.replace(table.seating, problem=problem)
    after = dataclasses.replace(before, seats={**table.seats, **dict.fromkeys(moving, mentor)})
    known = _amounts(link_findings(before))
    return (one for one in link_findings(after) if _worse(one, known))


def _exchange(table: Table, moving: tuple[str, ...], mentor: str, found: tuple[Finding, ...]) -> Exchange | None:
    full = any(one.code == "over_maximum" for one in found)
    if not full or len(moving) > 1 or moving[0] not in table.seats:
        return None
    return best_exchange(table.problem, table.seats, moving[0], mentor)


def newly(table: Table, seats: Mapping[str, str]) -> list[Finding]:
    """Return what these seats break that the present ones do not, or by more."""
    known = _amounts(check(table.problem, table.seats))
    return [one for one in check(table.problem, seats) if _worse(one, known)]


def _amounts(found: Iterable[Finding]) -> dict[tuple[object, ...], int]:
    return {_identity(one): _amount(one) for one in found}


def _worse(one: Finding, known: Mapping[tuple[object, ...], int]) -> bool:
    return _amount(one) > known.get(_identity(one), 0)


def _identity(one: Finding) -> tuple[object, ...]:
    return one.code, *(one.params.get(key) for key in ("student", "mentor", "category", "rule", "unit"))


def _amount(one: Finding) -> int:
    by = one.params.get("by", 1)
    return by if isinstance(by, int) else 1
