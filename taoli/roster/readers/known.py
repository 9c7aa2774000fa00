"""What the tables may name: the roster as it is, and what the tables before have added."""

from dataclasses import dataclass, field
from typing import Any

from taoli.roster.models import Group
from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.places import CODED, ENTRY, ClassName, Stages, class_key, class_name, plain
from taoli.roster.readers.table import Record, Table

Spot = tuple[str, str, int]


@dataclass
class Known:
    """Classes, people and groups by their own keys; `read_as` are spellings that were turned into another grade."""

    now: Roster
    stages: Stages
    rooms: dict[str, str] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)
    students: dict[str, str] = field(default_factory=dict)
    student_class: dict[str, str] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    homerooms: dict[str, tuple[str, Spot]] = field(default_factory=dict)
    read_as: dict[str, str] = field(default_factory=dict)
    clashes: set[tuple[str, str]] = field(default_factory=set)
    names: dict[str, list[str]] = field(default_factory=dict)

    def room(self, name: str) -> str:
        """Return the class's own spelling, or an empty text when there is none."""
        return self.rooms.get(class_key(name), "")

    def read_room(self, text: str, grade: str) -> ClassName | None:
        """Return a class as this school calls it; None without a grade, ValueError when two grades are named."""
        found = class_name(text, grade, self.stages)
        if own := self.room(text):
            return class_name(own, self.now.classes.get(own, {}).get("grade", ""))
        written = plain(text)
        if found and (CODED.fullmatch(written) or (ENTRY.match(written) and not found.name.startswith(written[:5]))):
            self.read_as[written] = found.name
        return found

    def student_numbers(self, name: str, room: str) -> list[str]:
        """Return the numbers of the students of a name, in a class where one is given."""
        if not self.names:
            for number, own in self.students.items():
                self.names.setdefault(own, []).append(number)
        return [one for one in self.names.get(name, ()) if not room or self.student_class.get(one) == room]

    def add_student(self, number: str, name: str, room: str) -> None:
        """Note a student of the files."""
        self.students[number] = name or self.students.get(number, "")
        if room:
            self.student_class[number] = room
        self.names.clear()

    def staff_numbers(self, name: str) -> list[str]:
        """Return the numbers of the staff of a name."""
        return [number for number, own in self.staff.items() if own == name]


def known_from(now: Roster, stages: Stages) -> Known:
    """Return what the roster already holds."""
    return Known(
        now=now,
        stages=stages,
        rooms={class_key(name): name for name in now.classes},
        staff={number: facts["name"] for number, facts in now.staff.items() if not facts["left"]},
        students={number: facts["name"] for number, facts in now.students.items() if not facts["left"]},
        student_class={number: facts["class"] for number, facts in now.students.items()},
        groups={name for kind, _room, name in now.groups if kind == Group.Kind.TEACHING_GROUP},
    )


def existing_room(table: Table, record: Record, key: str, text: str, grade: str, known: Known) -> str:
    """Return the own spelling of a class that must be there, or note what is wrong and return an empty text."""
    try:
        room = known.read_room(text, grade)
    except ValueError:
        table.fault(record, key, "class_grade", room=text, grade=grade)
        return ""
    own = known.room(room.name if room else text)
    if not own:
        table.fault(record, key, "unknown_class" if room else "need_grade", room=room.name if room else text)
    return own


class Seen:
    """Remembers keys with the place of the first, over all tables of a kind."""

    def __init__(self) -> None:
        """Start with none."""
        self.spots: dict[Any, Spot] = {}

    def twice(self, table: Table, record: Record, column: str, key: Any, code: str, **values: Any) -> None:
        """Note a problem when the key came before; in another sheet the sheet is named."""
        here = (table.area.file, table.name, record["row"])
        first = self.spots.setdefault((code, key), here)
        if first[:2] == here[:2] and first != here:
            table.fault(record, column, code, row=first[2], **values)
        elif first != here:
            table.fault(record, column, f"{code}_there", row=first[2], sheet=sheet_words(first, here), **values)


def sheet_words(first: Spot, here: Spot) -> str:
    """Return a sheet's name, with its file where that is another."""
    return first[1] if first[0] == here[0] else f"{first[0]} {first[1]}"


def written(value: object) -> str:
    """Return a value as lists write it."""
    return {"m": "男", "f": "女", "boarder": "住校", "day": "走读"}.get(str(value), str(value))
