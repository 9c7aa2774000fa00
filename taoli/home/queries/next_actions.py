"""What to do next: of all that is owed, the sets of students that settle most in one go. Pure."""

import datetime as dt
import math
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from taoli.home.queries.moments import CALLS, Moment

AT_MOST = 3
TALK_TOGETHER = 3
DAYS_OF_WEEK = 7
NEVER = dt.date.min
Open = Callable[[str, uuid.UUID | None], Sequence[Moment]]


@dataclass(frozen=True, slots=True)
class Person:
    """A mentee: where to be found, in which group, when any adult last had contact; `attention` when a decision says
    that more is needed, `for_` the mentor who is away and for whom one stands in, `strengths`: codes of kind words.
    """

    pk: uuid.UUID
    name: str
    class_name: str
    group_id: uuid.UUID | None = None
    group_name: str = ""
    last: dt.date | None = None
    class_id: uuid.UUID | None = None
    attention: bool = False
    for_: str = ""
    strengths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owed:
    """One open cell: which way of recording settles it, for which students, until when."""

    duty: str
    way: str
    together: int
    subject_id: uuid.UUID
    students: tuple[uuid.UUID, ...]
    due: dt.date
    missing: int = 1


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do with some students at once, and what it settles."""

    way: str
    students: tuple[Person, ...]
    duties: tuple[str, ...]
    settles: int
    due: dt.date
    whole_group: bool = False
    moments: tuple[Moment, ...] = ()


@dataclass
class Plan:
    """At most three actions; `finished` when the week's share of everything is done."""

    actions: list[Action] = field(default_factory=list)
    finished: bool = False
    put_off: int = 0


def plan(
    owed: Sequence[Owed],
    people: Mapping[uuid.UUID, Person],
    on: dt.date,
    settled: Mapping[str, int],
    hidden: Collection[tuple[str, uuid.UUID]] = (),
    left: Open | None = None,
) -> Plan:
    """Choose the actions of a day.

    `settled`: duty → how many of its cells this week's records have met already; a duty whose share of the week is
    done waits until next week. `hidden`: (way, student) pairs put off by the mentor, way "" for everything in person.
    `left`: the moments of today in which a way still goes with a class; without it nothing is said of moments.
    """
    waiting = [one for one in owed if not in_hand(one.duty, owed, on, settled.get(one.duty, 0))]
    shown = [one for one in waiting if not any(_hides(one.way, student, hidden) for student in one.students)]
    put_off = len(waiting) - len(shown)
    actions: list[Action] = []
    for repeat in (False, True):
        while len(actions) < AT_MOST:
            ways = {action.way for action in actions} if not repeat else set()
            best = _best([one for one in shown if one.way not in ways], people, left)
            if best is None:
                break
            actions.append(best)
            taken = {(best.way, person.pk) for person in best.students}
            shown = [one for one in shown if not any((one.way, student) in taken for student in one.students)]
    return Plan(actions=actions, finished=not waiting, put_off=put_off)


def in_hand(duty: str, owed: Iterable[Owed], on: dt.date, settled: int) -> bool:
    """Say whether this week's even share of a duty's open cells has been met: open now and met, over the weeks left."""
    mine = [one for one in owed if one.duty == duty]
    if not mine:
        return True
    share = math.ceil((len(mine) + settled) / weeks_left(on, min(one.due for one in mine)))
    return settled >= share


def weeks_left(on: dt.date, due: dt.date) -> int:
    """Return how many weeks (Monday to Sunday) remain until a day, this one included."""
    first, last = on - dt.timedelta(days=on.weekday()), due - dt.timedelta(days=due.weekday())
    return max(1, (last - first).days // DAYS_OF_WEEK + 1)


def _hides(way: str, student: uuid.UUID, hidden: Collection[tuple[str, uuid.UUID]]) -> bool:
    return (way, student) in hidden or (way not in CALLS and ("", student) in hidden)


def _best(owed: Sequence[Owed], people: Mapping[uuid.UUID, Person], left: Open | None) -> Action | None:
    """What can still be done today comes first, of that what is due first, who needs more attention, what settles most,
    and what can be done soonest.
    """
    found = [_timed(one, left) for one in _candidates(owed, people)]
    return min(found, key=lambda one: _order(one, known=left is not None), default=None)


def _timed(action: Action, left: Open | None) -> Action:
    if left is None:
        return action
    return replace(action, moments=tuple(left(action.way, action.students[0].class_id)))


def _order(action: Action, *, known: bool) -> tuple[bool, dt.date, int, int, dt.time, str]:
    needing = sum(person.attention for person in action.students)
    soonest = action.moments[0].starts if action.moments else dt.time.max
    return known and not action.moments, action.due, -bool(needing), -action.settles, soonest, action.way


def _candidates(owed: Sequence[Owed], people: Mapping[uuid.UUID, Person]) -> Iterator[Action]:
    for way in dict.fromkeys(one.way for one in owed):
        mine = [one for one in owed if one.way == way]
        for one in mine:
            if len(one.students) > 1:
                yield _action(way, one.students, mine, people, whole_group=True)
        alone = [one for one in mine if len(one.students) == 1]
        for place in dict.fromkeys(people[one.students[0]].class_name for one in alone):
            near = [one for one in alone if people[one.students[0]].class_name == place]
            yield _action(way, _chosen(near, people), mine, people)


def _chosen(owed: Sequence[Owed], people: Mapping[uuid.UUID, Person]) -> tuple[uuid.UUID, ...]:
    """Who comes together: those with most to settle and soonest, those longest without contact first."""
    by_student: dict[uuid.UUID, list[Owed]] = {}
    for one in owed:
        by_student.setdefault(one.students[0], []).append(one)
    order = sorted(
        by_student,
        key=lambda pk: (
            min(one.due for one in by_student[pk]),
            not people[pk].attention,
            -len(by_student[pk]),
            people[pk].last or NEVER,
            people[pk].name,
        ),
    )
    return tuple(order[: min(one.together for one in owed)])


def _action(
    way: str,
    students: Sequence[uuid.UUID],
    owed: Sequence[Owed],
    people: Mapping[uuid.UUID, Person],
    *,
    whole_group: bool = False,
) -> Action:
    met = [one for one in owed if set(one.students) <= set(students)]
    return Action(
        way=way,
        students=tuple(people[pk] for pk in students),
        duties=tuple(dict.fromkeys(one.duty for one in met)),
        settles=len(met),
        due=min(one.due for one in met),
        whole_group=whole_group,
    )
