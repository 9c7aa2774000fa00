"""What the sheets say of each other and of the roster: classes, people and groups that must exist, and only once."""

from dataclasses import dataclass, field
from typing import Any

from taoli.roster.models import Group
from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.places import class_key, class_name
from taoli.roster.readers.table import Record, Table


@dataclass
class Known:
    """What may be named: the roster as it is, and what the sheets before have added."""

    now: Roster
    rooms: dict[str, str] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)
    students: dict[str, str] = field(default_factory=dict)
    student_class: dict[str, str] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    homerooms: dict[str, tuple[str, str, int]] = field(default_factory=dict)

    def room(self, name: str) -> str:
        """Return the class's own spelling, or an empty text when there is none."""
        return self.rooms.get(class_key(name), "")


def known_from(now: Roster) -> Known:
    """Return what the roster already holds."""
    return Known(
        now=now,
        rooms={class_key(name): name for name in now.classes},
        staff={number: facts["name"] for number, facts in now.staff.items() if not facts["left"]},
        students={number: facts["name"] for number, facts in now.students.items() if not facts["left"]},
        student_class={number: facts["class"] for number, facts in now.students.items()},
        groups={name for kind, _room, name in now.groups if kind == Group.Kind.TEACHING_GROUP},
    )


def resolve_students(table: Table, known: Known) -> None:
    """Settle class and grade of each student; note numbers and seats that come twice."""
    seen = Seen(table)
    rooms: dict[str, tuple[str, str]] = {}
    for record in table.records:
        if number := record.get("number"):
            seen.twice(record, "number", number, "student_twice", number=number)
            known.students[number] = record.get("name") or ""
        _room_of_student(table, record, known)
        room = record.get("class")
        if not room:
            continue
        if number:
            known.student_class[number] = room
        if record.get("seat"):
            seen.twice(record, "seat", (room, record["seat"]), "seat_twice", room=room, seat=record["seat"])
        _one_campus(table, record, rooms)
        known.groups |= set(record.get("teaching_groups") or [])


def _room_of_student(table: Table, record: Record, known: Known) -> None:
    if not record.get("class"):
        return
    text, grade = record["class"], record.get("grade") or ""
    try:
        room = class_name(text, grade)
    except ValueError:
        table.fault(record, "class", "class_grade", room=text, grade=grade)
        record["class"] = None
        return
    if room is None:
        table.fault(record, "class", "need_grade", room=text)
        record["class"] = None
        return
    own = known.room(room.name) or room.name
    known.rooms.setdefault(class_key(own), own)
    record.update({"class": own, "grade": room.grade, "class_number": room.number})


def _one_campus(table: Table, record: Record, rooms: dict[str, tuple[str, str]]) -> None:
    campus = record.get("campus")
    if not campus:
        return
    first, row = rooms.setdefault(record["class"], (campus, record["row"]))
    if first != campus:
        values = {"room": record["class"], "first": first, "row": row, "second": campus}
        table.fault(record, "campus", "class_campus", **values)


def resolve_staff(table: Table, known: Known) -> None:
    """Note numbers that come twice, and settle the classes each is homeroom teacher of."""
    seen = Seen(table)
    for record in table.records:
        number, name = record.get("number"), record.get("name") or ""
        if not number:
            continue
        seen.twice(record, "number", number, "staff_twice", number=number)
        known.staff[number] = name
    for record in table.records:
        rooms = []
        for text in record.get("homeroom") or []:
            room = _existing_room(table, record, "homeroom", text, "", known)
            if room and record.get("number"):
                rooms.append(room)
                _homeroom(table, record, room, record["number"], known)
        record["homeroom"] = rooms


def resolve_teaching(table: Table, known: Known) -> None:
    """Settle teacher, class or teaching group and subject of each row."""
    seen = Seen(table)
    for record in table.records:
        staff = _teacher(table, record, known)
        place = _place(table, record, known)
        subject = record.get("subject")
        if not staff or not place or not subject:
            continue
        record["staff"] = staff
        key = (staff, *place, subject)
        words = {"name": known.staff[staff], "place": place[1], "subject": subject}
        seen.twice(record, "subject", key, "teaching_twice", **words)
        if record.get("homeroom") and place[0] == "class":
            _homeroom(table, record, place[1], staff, known)


def _teacher(table: Table, record: Record, known: Known) -> str:
    number, name = record.get("staff") or "", record.get("staff_name") or ""
    if number:
        if number not in known.staff:
            table.fault(record, "staff", "unknown_staff", staff=number)
            return ""
        if name and known.staff[number] != name:
            table.fault(record, "staff", "staff_mismatch", number=number, name=known.staff[number], other=name)
            return ""
        return number
    if not name:
        table.fault(record, _present(table, "staff", "staff_name"), "empty_cell")
        return ""
    numbers = [one for one, own in known.staff.items() if own == name]
    if len(numbers) != 1:
        code = "staff_many" if numbers else "unknown_staff"
        table.fault(record, "staff_name", code, staff=name, n=len(numbers))
        return ""
    return numbers[0]


def _place(table: Table, record: Record, known: Known) -> tuple[str, str] | None:
    text, group = record.get("class") or "", record.get("group") or ""
    record["class"] = record["group"] = None
    if text in known.groups and not known.room(text):
        text, group = "", text
    if text:
        room = _existing_room(table, record, "class", text, record.get("grade") or "", known)
        record["class"] = room or None
        return ("class", room) if room else None
    if not group:
        table.fault(record, _present(table, "class", "group"), "empty_cell")
        return None
    if group not in known.groups:
        table.fault(record, "group", "unknown_group", group=group)
        return None
    record["group"] = group
    return ("group", group)


def resolve_guardians(table: Table, known: Known) -> None:
    """Settle whose guardian each row is."""
    seen = Seen(table)
    for record in table.records:
        if record.get("class"):
            room = _existing_room(table, record, "class", record["class"], record.get("grade") or "", known)
            record["class"] = room or None
            if not room:
                continue
        student = _child(table, record, known)
        record["student"] = student or None
        if student and record.get("name"):
            words = {"name": record["name"], "student": known.students[student]}
            seen.twice(record, "name", (student, record["name"]), "guardian_twice", **words)


def _child(table: Table, record: Record, known: Known) -> str:
    number, name = record.get("student") or "", record.get("student_name") or ""
    if number:
        if number not in known.students:
            table.fault(record, "student", "unknown_student", student=number)
            return ""
        if name and known.students[number] != name:
            words = {"number": number, "name": known.students[number], "other": name}
            table.fault(record, "student", "student_mismatch", **words)
            return ""
        return number
    if not name:
        table.fault(record, _present(table, "student", "student_name"), "empty_cell")
        return ""
    room = record.get("class")
    numbers = [
        one for one, own in known.students.items() if own == name and (not room or known.student_class.get(one) == room)
    ]
    if len(numbers) != 1:
        code = "student_many" if numbers else "unknown_student"
        table.fault(record, "student_name", code, student=name, n=len(numbers))
        return ""
    return numbers[0]


def _existing_room(table: Table, record: Record, key: str, text: str, grade: str, known: Known) -> str:
    try:
        room = class_name(text, grade)
    except ValueError:
        table.fault(record, key, "class_grade", room=text, grade=grade)
        return ""
    own = known.room(room.name if room else text)
    if not own:
        table.fault(record, key, "unknown_class" if room else "need_grade", room=room.name if room else text)
    return own


def _homeroom(table: Table, record: Record, room: str, staff: str, known: Known) -> None:
    first, sheet, row = known.homerooms.setdefault(room, (staff, table.name, record["row"]))
    if first != staff:
        names = {"first": known.staff[first] or first, "second": known.staff[staff] or staff}
        words = {**names, "sheet": sheet, "row": row}
        table.fault(record, "homeroom", "two_homerooms", room=room, **words)


def _present(table: Table, *keys: str) -> str:
    return next(key for key in keys if key in table.headings)


class Seen:
    """Remembers keys of a sheet with the row of the first."""

    def __init__(self, table: Table) -> None:
        """Start with none."""
        self.table = table
        self.rows: dict[Any, int] = {}

    def twice(self, record: Record, column: str, key: Any, code: str, **values: Any) -> None:
        """Note a problem when the key came before."""
        first = self.rows.setdefault((code, key), record["row"])
        if first != record["row"]:
            self.table.fault(record, column, code, row=first, **values)
