"""The units of a round: groups, rooms or classes with their size, and who is in none."""

import uuid
from dataclasses import dataclass
from typing import Any

from taoli.common import clock
from taoli.engine.scheme.vocabulary import Unit
from taoli.matching.models import ChoiceRound
from taoli.matching.phrases import UNIT_CHOICES, missing_words
from taoli.matching.queries.rounds import round_students
from taoli.roster.models import SchoolClass, Student
from taoli.roster.queries.people import units

NAMED = 8


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit with its class (of most of its students), its homeroom teacher and size."""

    name: str
    room: str
    homeroom: str
    size: int


@dataclass(frozen=True, slots=True)
class UnitPage:
    """The units of a round, the sentence about who is in none, and whether grouping would help."""

    word: Any
    lines: list[UnitLine]
    students: int
    missing: str
    groups: bool


def unit_page(choice: ChoiceRound) -> UnitPage:
    """Return the units of a round as the office sees them."""
    pupils = list(round_students(choice))
    rooms = SchoolClass.objects.of(choice.school_id).select_related("homeroom_teacher").in_bulk()
    lines, inside = _class_lines(pupils, rooms) if choice.unit == Unit.CLASS else _group_lines(choice, pupils, rooms)
    out = [one.name for one in pupils if one.pk not in inside]
    single = choice.unit == Unit.STUDENT
    named = "、".join(out[:NAMED]) + ("…" if len(out) > NAMED else "")
    return UnitPage(
        word=UNIT_CHOICES.get(choice.unit, choice.unit),
        lines=[] if single else lines,
        students=len(pupils),
        missing=missing_words(choice.unit, named, len(out)) if out and not single else "",
        groups=choice.unit in {Unit.STUDY_GROUP, Unit.INTEREST_GROUP} and bool(out),
    )


def _class_lines(pupils: list[Student], rooms: dict[Any, SchoolClass]) -> tuple[list[UnitLine], set[uuid.UUID]]:
    sizes: dict[uuid.UUID, int] = {}
    for one in pupils:
        sizes[one.school_class_id] = sizes.get(one.school_class_id, 0) + 1
    lines = [UnitLine(rooms[pk].name, rooms[pk].name, _teacher(rooms[pk]), size) for pk, size in sizes.items()]
    return lines, {one.pk for one in pupils}


def _group_lines(
    choice: ChoiceRound, pupils: list[Student], rooms: dict[Any, SchoolClass]
) -> tuple[list[UnitLine], set[uuid.UUID]]:
    present = {one.pk for one in pupils}
    lines, inside = [], set()
    for row in units(choice.school_id, choice.unit, clock.today()):
        here = present & set(row.student_ids)
        if here:
            room = rooms[row.class_id]
            lines.append(UnitLine(row.group.name, room.name, _teacher(room), len(here)))
            inside |= here
    return lines, inside


def _teacher(room: SchoolClass) -> str:
    return room.homeroom_teacher.name if room.homeroom_teacher else ""
