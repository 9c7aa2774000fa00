"""What staff, teaching and guardians say of each other: people and places must exist, and only once."""

from collections.abc import Sequence
from typing import Any

from taoli.roster.readers.known import Known, Seen, existing_room, sheet_words
from taoli.roster.readers.table import Record, Table


def resolve_staff(tables: Sequence[Table], known: Known) -> None:
    """Note numbers that come twice, and settle the classes each is homeroom teacher of."""
    seen = Seen()
    for table in tables:
        for record in table.records:
            number, name = record.get("number"), record.get("name") or ""
            if number:
                seen.twice(table, record, "number", number, "staff_twice", number=number)
                known.staff[number] = name
    for table in tables:
        for record in table.records:
            key = "homeroom" if record.get("homeroom") else "duty"
            record["homeroom"] = list(_homeroom_classes(table, record, key, known))


def _homeroom_classes(table: Table, record: Record, key: str, known: Known) -> list[str]:
    rooms = []
    for text in record.get(key) or []:
        room = existing_room(table, record, key, text, "", known)
        if room and record.get("number") and _homeroom(table, record, key, room, record["number"], known):
            rooms.append(room)
    return rooms


def resolve_teaching(tables: Sequence[Table], known: Known) -> None:
    """Settle teacher, class or teaching group and subject of each row."""
    seen = Seen()
    for table in tables:
        for record in table.records:
            if "subject" not in record and "homeroom_name" in record:
                _place(table, record, known)
                continue
            staff, place, subject = _teacher(table, record, known), _place(table, record, known), record.get("subject")
            if not staff or not place or not subject:
                continue
            record["staff"] = staff
            words = {"name": known.staff[staff], "place": place[1], "subject": subject}
            seen.twice(table, record, "subject", (staff, *place, subject), "teaching_twice", **words)
            if record.get("homeroom") and place[0] == "class":
                _homeroom(table, record, "homeroom", place[1], staff, known)
        table.records = [one for one in table.records if "subject" in one or one.get("class")]


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
    numbers = known.staff_numbers(name)
    if len(numbers) != 1:
        code = "staff_many" if numbers else "unknown_staff"
        table.fault(record, "staff_name", code, staff=name, n=len(numbers))
        return ""
    return numbers[0]


def _place(table: Table, record: Record, known: Known) -> tuple[str, str] | None:
    context = table.area.context
    text, group = record.get("class") or "", record.get("group") or ""
    if not text and not group and not table.has("class"):
        text = context.school_class
    record["class"] = record["group"] = None
    if text in known.groups and not known.room(text):
        text, group = "", text
    if text:
        room = existing_room(table, record, "class", text, record.get("grade") or context.grade, known)
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


def resolve_guardians(tables: Sequence[Table], known: Known) -> None:
    """Settle whose guardian each row is."""
    seen = Seen()
    for table in tables:
        context = table.area.context
        for record in table.records:
            text = record.get("class") or ("" if table.has("class") else context.school_class)
            if text and table.sheet.key == "guardians" and "at" not in record:
                room = existing_room(table, record, "class", text, record.get("grade") or context.grade, known)
                record["class"] = room or None
                if not room:
                    continue
            student = _child(table, record, known)
            record["student"] = student or None
            if student and record.get("name"):
                words = {"name": record["name"], "student": known.students[student]}
                seen.twice(table, record, "name", (student, record["name"]), "guardian_twice", **words)


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
    numbers = known.student_numbers(name, record.get("class") or "")
    if len(numbers) != 1:
        code = "student_many" if numbers else "unknown_student"
        table.fault(record, "student_name", code, student=name, n=len(numbers))
        return ""
    return numbers[0]


def _homeroom(table: Table, record: Record, key: str, room: str, staff: str, known: Known) -> bool:
    here = (table.area.file, table.name, record["row"])
    first, there = known.homerooms.setdefault(room, (staff, here))
    if first != staff:
        words: dict[str, Any] = {"first": known.staff[first] or first, "second": known.staff[staff] or staff}
        words |= {"sheet": sheet_words(there, here), "row": there[2]}
        table.fault(record, key, "two_homerooms", room=room, **words)
    return first == staff


def _present(table: Table, *keys: str) -> str:
    return next((key for key in keys if table.has(key)), keys[0])
