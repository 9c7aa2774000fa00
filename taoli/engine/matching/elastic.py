"""Every rule of a round made elastic: what each may give way by and what that costs, as one programme.

At cost 0 the round is possible. What gives way in the cheapest answer is the smallest way out; which rules
must give way whatever the others do is the core of the conflict.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations
from math import inf

from taoli.engine.matching.prepare import Table
from taoli.engine.matching.programme import Answer, Model, solve
from taoli.engine.matching.quotas import Amounts, Kind, write_amounts
from taoli.engine.matching.types import Finding, Value

PRICE = {
    "raise_maximum": 1,
    "lower_minimum": 1,
    "open_class": 2,
    "drop_pin": 3,
    "raise_category_cap": 4,
    "drop_apart": 3,
    "drop_together": 3,
    "split_unit": 5,
    "recall_mentor": 6,
    "add_mentor": 6,
    "raise_class_limit": 6,
}
"""What one step of a change costs: a seat or a student, else a whole rule. Changes for all cost more."""

PAIR = 2
NEW = ("+1", "+2")
"""Mentors who may be added, open to every class, with as many seats as the largest mentor has."""


@dataclass(frozen=True, slots=True)
class Give:
    """One rule that may give way: its column, and the change that `amount` steps of it make."""

    code: str
    column: int
    params: dict[str, Value]
    old: int | None = None

    def change(self, amount: int) -> Finding:
        if self.old is None:
            return Finding(self.code, self.params)
        step = -amount if self.code == "lower_minimum" else amount
        return Finding(self.code, {**self.params, "old": self.old, "new": self.old + step})


@dataclass(slots=True)
class Elastic:
    """The programme: `gives` lists every rule that may give way, in a fixed order."""

    table: Table
    kinds: list[Kind]
    model: Model
    amount: Amounts
    gives: list[Give] = field(default_factory=list)
    more: dict[int, int] = field(default_factory=dict)
    sorts: dict[str, int] = field(default_factory=dict)

    def give(self, code: str, params: dict[str, Value], most: float, old: int | None = None) -> int:
        column = self.model.column(PRICE[code], most)
        self.gives.append(Give(code, column, params, old))
        return column

    def terms(self, mentor: int, weight: Callable[[Kind], int]) -> list[tuple[int, float]]:
        """The columns of this mentor, each kind counted by this weight."""
        pairs = ((columns.get(mentor), weight(kind)) for kind, columns in zip(self.kinds, self.amount, strict=True))
        return [(here[0], factor) for here, factor in pairs if here and factor]


def elastic(table: Table) -> Elastic:
    """Write the programme; students under a rule of their own stand alone, the rest by kinds."""
    mentors = tuple(range(len(table.mentors) + len(NEW)))
    kinds = [Kind(members, mentors, whole=False) for members in _alike(table)]
    model = Model()
    made = Elastic(table, kinds, model, write_amounts(model, kinds))
    for kind, columns in zip(kinds, made.amount, strict=True):
        model.line([(here[0], 1.0) for here in columns.values()], kind.count, kind.count)
    _loads(made)
    _new_mentors(made)
    _classes_taught(made)
    _pins(made)
    _class_limit(made, mentors)
    _category_caps(made, mentors)
    _apart(made, mentors)
    _whole(made, mentors)
    return made


def cheapest(made: Elastic, closed: Iterable[str], seconds: float) -> Answer:
    """The cheapest way out when the rules of these keys may not give way (`key_of`)."""
    shut = set(closed)
    upper = list(made.model.upper)
    for give in made.gives:
        if key_of(give) in shut:
            upper[give.column] = 0
    return solve(replace(made.model, upper=upper), gap=0.0, seconds=seconds)


def key_of(give: Give) -> str:
    """A name for the rule that gives way, the same in every run."""
    return "\x1f".join([give.code, *(str(value) for _name, value in sorted(give.params.items()))])


def changes_of(made: Elastic, answer: Answer) -> tuple[Finding, ...]:
    """What gives way in this answer."""
    values = answer.values or []
    return tuple(give.change(round(values[give.column])) for give in made.gives if round(values[give.column]))


def _alike(table: Table) -> list[tuple[int, ...]]:
    rules = table.problem.rules
    units = (unit.student_ids for unit in table.problem.units)
    alone = {one for group in (*rules.apart, *rules.together, *units, rules.pinned) for one in group}
    groups: dict[tuple[object, ...], list[int]] = {}
    for student, one in enumerate(table.students):
        single = one.id if one.id in alone else ""
        capped = tuple(sorted(one.categories & rules.category_cap.keys()))
        groups.setdefault((single, one.class_id, capped), []).append(student)
    return [tuple(members) for members in sorted(groups.values())]


def _loads(made: Elastic) -> None:
    for m, one in enumerate(made.table.mentors):
        most, least = max(one.max, 0), max(one.min, 0)
        load = made.terms(m, lambda _kind: 1)
        if one.absent:
            back = made.give("recall_mentor", {"mentor": one.id}, 1)
            made.model.line([*load, (back, -most)], -inf, 0)
        else:
            more = made.more[m] = made.give("raise_maximum", {"mentor": one.id}, len(made.table.students), most)
            made.model.line([*load, (more, -1)], -inf, most)
        if least:
            fewer = made.give("lower_minimum", {"mentor": one.id}, least, least)
            owed = [(back, -float(least))] if one.absent else []
            made.model.line([*load, (fewer, 1), *owed], 0 if one.absent else least, inf)


def _new_mentors(made: Elastic) -> None:
    largest = max((one.max for one in made.table.mentors if one.max > 0), default=len(made.table.students))
    for number, name in enumerate(NEW, start=len(made.table.mentors)):
        added = made.give("add_mentor", {"mentor": name, "max": largest}, 1)
        made.model.line([*made.terms(number, lambda _kind: 1), (added, -largest)], -inf, 0)


def _classes_taught(made: Elastic) -> None:
    table = made.table
    if not table.problem.rules.teaches_class:
        return
    for m, mentor in enumerate(table.mentors):
        for name in sorted({one.class_id for one in table.students} - mentor.classes):
            if not mentor.everywhere:
                columns = made.terms(m, lambda kind, name=name, m=m: int(_needs_class(table, kind, name, m)))  # type: ignore[misc]
                opened = made.give("open_class", {"mentor": mentor.id, "class": name}, 1)
                made.model.line([*columns, (opened, -len(table.students))], -inf, 0)


def _needs_class(table: Table, kind: Kind, name: str, mentor: int) -> bool:
    first = kind.members[0]
    return table.students[first].class_id == name and table.pins.get(first) != mentor


def _pins(made: Elastic) -> None:
    table = made.table
    for student, (mentor, _why) in sorted(table.problem.rules.pinned.items()):
        dropped = made.give("drop_pin", {"student": student, "mentor": mentor}, 1)
        column, row = table.column.get(mentor), table.row.get(student)
        here = made.terms(column, lambda kind, row=row: int(kind.members[0] == row)) if column is not None else []  # type: ignore[misc]
        made.model.line([*here, (dropped, 1)], 1, inf)


def _class_limit(made: Elastic, mentors: tuple[int, ...]) -> None:
    table, limit = made.table, made.table.problem.rules.max_classes_per_mentor
    names = sorted({one.class_id for one in table.students} - {""})
    if limit is None or len(names) <= limit:
        return
    more = made.give("raise_class_limit", {}, len(names), limit)
    for m in mentors:
        used = [(_class_used(made, m, name), 1.0) for name in names]
        made.model.line([*used, (more, -1)], -inf, limit)


def _class_used(made: Elastic, mentor: int, name: str) -> int:
    """A column that is 1 where the mentor has students of the class; the second row only makes the search short."""
    table = made.table
    used = made.model.column(0, 1)
    here = made.terms(mentor, lambda kind: int(table.students[kind.members[0]].class_id == name))
    made.model.line([*here, (used, -len(table.students))], -inf, 0)
    if mentor in made.more:
        made.model.line([*here, (used, -max(table.mentors[mentor].max, 0)), (made.more[mentor], -1)], -inf, 0)
    return used


def _category_caps(made: Elastic, mentors: tuple[int, ...]) -> None:
    table = made.table
    for name, cap in sorted(table.problem.rules.category_cap.items()):
        more = made.give("raise_category_cap", {"category": name}, len(table.students), cap)
        for m in mentors:
            having = made.terms(m, lambda kind: int(name in table.students[kind.members[0]].categories))  # noqa: B023
            made.model.line([*having, (more, -1)], -inf, cap)


def _apart(made: Elastic, mentors: tuple[int, ...]) -> None:
    for number, group in enumerate(made.table.problem.rules.apart):
        _pairs(made, "drop_apart", number, group, mentors, sign=1)


def _whole(made: Elastic, mentors: tuple[int, ...]) -> None:
    for number, group in enumerate(made.table.problem.rules.together):
        _pairs(made, "drop_together", number, group, mentors, sign=-1)
    for unit in made.table.problem.units:
        params: dict[str, Value] = {"unit": unit.id, "students": tuple(sorted(unit.student_ids))}
        split = made.give("split_unit", params, 1)
        first, *rest = _columns(made, unit.student_ids) or [{}]
        for other in rest:
            for m in mentors:
                made.model.line([(first[m][0], 1), (other[m][0], -1), (split, -1)], -inf, 0)


def _pairs(
    made: Elastic, code: str, number: int, group: frozenset[str], mentors: tuple[int, ...], *, sign: int
) -> None:
    """Every two of a group apart (sign 1) or together (-1), until one of them is let out of it."""
    known = sorted(one for one in group if one in made.table.row)
    if len(known) < PAIR:
        return
    free: dict[str, int] = {}
    for one in known if len(known) > PAIR else known[:1]:
        students = (one,) if len(known) > PAIR else tuple(known)
        free[one] = made.give(code, {"rule": number, "students": students}, 1)
    at = dict(zip(known, _columns(made, known), strict=True))
    for one, other in combinations(known, 2):
        loose = [(free[who], -1.0) for who in (one, other) if who in free]
        for m in mentors:
            made.model.line([(at[one][m][0], 1), (at[other][m][0], sign), *loose], -inf, max(sign, 0))


def _columns(made: Elastic, students: Iterable[str]) -> list[dict[int, list[int]]]:
    """The columns of these students, who stand alone; unknown ids are left out."""
    at = {kind.members[0]: columns for kind, columns in zip(made.kinds, made.amount, strict=True)}
    return [at[made.table.row[one]] for one in sorted(students) if one in made.table.row]
