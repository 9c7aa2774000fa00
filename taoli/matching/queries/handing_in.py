"""Who of a round has handed in wishes, by class: names and states, never wishes and never how many for whom."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceCode, ChoiceRound, LateChoice, WishSheet
from taoli.matching.permissions import HAND_IN
from taoli.matching.queries.rounds import ranks_of, round_students
from taoli.matching.queries.steps import choosing, step_of
from taoli.roster.models import SchoolClass, Student

DONE, LATE, MISSING = "done", "late", "missing"


@dataclass(frozen=True, slots=True)
class Person:
    """A student and whether the wishes are in; `leave`: may come late by the office's leave."""

    student: Student
    state: str
    saved_at: dt.datetime | None
    leave: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A class: how many students, how many sheets, how many of them late, and who is missing."""

    room: SchoolClass
    people: list[Person]

    @property
    def handed_in(self) -> int:
        """How many sheets are in."""
        return sum(one.state != MISSING for one in self.people)

    @property
    def late(self) -> int:
        """How many of them came late."""
        return sum(one.state == LATE for one in self.people)

    @property
    def missing(self) -> list[str]:
        """The names of those who have not handed in yet."""
        return [one.student.name for one in self.people if one.state == MISSING]


@dataclass(frozen=True, slots=True)
class HandingIn:
    """The page: the classes within reach, the one looked at, and when choosing closes."""

    lines: list[Line]
    line: Line | None
    open: bool
    closes: dt.datetime | None

    @property
    def students(self) -> int:
        """How many students take part."""
        return sum(len(line.people) for line in self.lines)

    @property
    def handed_in(self) -> int:
        """How many sheets are in."""
        return sum(line.handed_in for line in self.lines)

    @property
    def late(self) -> int:
        """How many of them came late."""
        return sum(line.late for line in self.lines)


def choice_round(actor: Actor, pk: uuid.UUID, action: str = "view") -> ChoiceRound:
    """Return a round in which students choose; 404 for others, other schools and who may not see who handed in."""
    rows = ChoiceRound.objects.of(actor.school_id).select_related("term", "scheme")
    found = rows.filter(pk=pk).first() if HAND_IN.may(actor, action) else None
    if found is None or not ranks_of(found):
        raise Http404
    return found


def handing_in(actor: Actor, choice: ChoiceRound, room: str = "") -> HandingIn:
    """Return who has handed in, within the actor's reach; `room`: id of the class to look at, else the only one."""
    lines = _lines(actor, choice)
    only = lines[0] if len(lines) == 1 else None
    step = step_of(choice, "student_choice")
    return HandingIn(
        lines=lines,
        line=next((line for line in lines if str(line.room.pk) == room), only),
        open=choosing(choice),
        closes=step.closes if step else None,
    )


def class_students(actor: Actor, choice: ChoiceRound, room_id: uuid.UUID, action: str) -> list[Student]:
    """Return the students of a class who take part; 404 out of reach or without any."""
    found = list(HAND_IN.within(round_students(choice), actor, action).filter(school_class_id=room_id))
    if not found:
        raise Http404
    return found


def issued(choice: ChoiceRound) -> Mapping[uuid.UUID, Mapping[str, int]]:
    """Return class → kind of code → how many students have one."""
    found: dict[uuid.UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = ChoiceCode.objects.of(choice.school_id).filter(round=choice, student__left_on=None)
    for room, kind in rows.values_list("student__school_class_id", "kind"):
        found[room][kind] += 1
    return found


def _lines(actor: Actor, choice: ChoiceRound) -> list[Line]:
    sheets = {row.student_id: row for row in WishSheet.objects.of(choice.school_id).filter(round=choice)}
    leaves = LateChoice.objects.of(choice.school_id).filter(round=choice, used_at=None)
    may_come = set(leaves.values_list("student_id", flat=True))
    by_room: dict[uuid.UUID, list[Student]] = defaultdict(list)
    for one in HAND_IN.within(round_students(choice), actor, "view"):
        by_room[one.school_class_id].append(one)
    return [
        Line(people[0].school_class, [_person(one, sheets.get(one.pk), leave=one.pk in may_come) for one in people])
        for people in by_room.values()
    ]


def _person(one: Student, sheet: WishSheet | None, *, leave: bool) -> Person:
    state = MISSING if sheet is None else LATE if sheet.late else DONE
    return Person(one, state, sheet.saved_at if sheet else None, leave)
