"""A new list of classes against the school as it is: who moves where, and what each pairing could become."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from taoli.matching.queries.plans import Line, lines_of, names, people_by
from taoli.matching.queries.shifts import Shift
from taoli.matching.queries.standing import Standing, propose, standing_of
from taoli.roster.models import SchoolClass, Student
from taoli.roster.readers.places import ClassName

NAMED = 20


@dataclass
class ClassList:
    """Student number → class name as the school writes it; problems as (line, code, text)."""

    rooms: dict[str, ClassName] = field(default_factory=dict)
    problems: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass
class Division:
    """What a list would do: `problems` in words (nothing can be written then), the lines of those who have a mentor and
    change class, class → how many go from it and come to it.
    """

    lines: list[Line] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    room_by_student: dict[uuid.UUID, str] = field(default_factory=dict)
    new_rooms: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: list[tuple[str, str, int]] = field(default_factory=list)
    same: int = 0
    alone: int = 0

    def kept(self, shifts: Sequence[Shift]) -> list[Shift]:
        """Return the shifts with those marked that keep their mentor: the pairing goes on in the new class."""
        held = {line.student.pk: line.pairing.mentor_id for line in self.lines if line.pairing}
        return [replace(one, keep=one.mentor_id == held[one.student_id]) for one in shifts]


def division_of(school_id: int, listed: ClassList, on: dt.date, way: str) -> Division:
    """Return what the list would do, with one way (keep, follow, match) for everybody at first."""
    people = {one.number: one for one in Student.objects.of(school_id).filter(left_on=None)}
    room_of = {one.pk: one.school_class_id for one in people.values()}
    found = Division(problems=_problems(listed, people))
    if found.problems:
        return found
    rooms = {people[number].pk: room for number, room in listed.rooms.items()}
    known = {one.name: one for one in SchoolClass.objects.of(school_id)}
    found.new_rooms = {room.name: (room.grade, room.number) for room in rooms.values()}
    current = {one.pk: one.name for one in known.values()}
    moving = {pk: room.name for pk, room in rooms.items() if current[room_of[pk]] != room.name}
    found.same, found.room_by_student = len(rooms) - len(moving), moving
    flow = Counter((current[room_of[pk]], name) for pk, name in moving.items())
    found.counts = [(old, new, count) for (old, new), count in sorted(flow.items())]
    now = standing_of(school_id, on, rooms={pk: _id(known, name) for pk, name in moving.items()})
    movers = people_by(school_id, [pk for pk in moving if pk in now.live])
    found.alone = len(moving) - len(movers)
    found.names = names(now)
    found.lines = _lines(now, movers, moving, way)
    return found


def _lines(now: Standing, movers: Sequence[Student], moving: Mapping[uuid.UUID, str], way: str) -> list[Line]:
    if way == "keep":
        return lines_of(now, movers, rooms=moving, stay={one.pk for one in movers})
    if way == "match":
        return lines_of(now, movers, rooms=moving)
    first = {
        student: mentor
        for student, mentor in propose(now, [str(one.pk) for one in movers]).items()
        if mentor in now.mentors and now.rooms[student] in now.mentors[mentor].classes
    }
    stay = {one.pk for one in movers if str(one.pk) not in first}
    return lines_of(now, movers, rooms=moving, first=first, stay=stay)


def _id(known: Mapping[str, SchoolClass], name: str) -> uuid.UUID:
    """Return the id of a class; a class still to be opened has a passing one, the same for its name."""
    return known[name].pk if name in known else uuid.uuid5(uuid.NAMESPACE_OID, name)


def _problems(listed: ClassList, people: Mapping[str, Student]) -> list[str]:
    words = {
        "no_class": _("Line %(line)s: %(text)s has no class beside it."),
        "unknown_class": _("Line %(line)s: %(text)s is not the name of a class with its grade."),
        "twice": _("Line %(line)s: the number %(text)s stands there twice, with two classes."),
    }
    found = [words[code] % {"line": line, "text": text} for line, code, text in listed.problems]
    unknown = [number for number in listed.rooms if number not in people]
    if unknown:
        shown = "、".join(unknown[:NAMED])
        found.append(_("These numbers are not those of students at the school: %(numbers)s.") % {"numbers": shown})
    if not listed.rooms and not found:
        found.append(_("There is not one student in the list."))
    return found[:NAMED]
