"""The lists of a school year: who came, left or changed class on a day, and which class was merged into which."""

from collections.abc import Sequence

from taoli.roster.readers.known import Known, Seen
from taoli.roster.readers.places import class_key, class_name
from taoli.roster.readers.table import Record, Table


def resolve_moves(tables: Sequence[Table], known: Known) -> None:
    """Settle student, kind of change and new class of each row of 异动."""
    seen = Seen()
    for table in tables:
        for record in table.records:
            _move(table, record, seen, known)


def _move(table: Table, record: Record, seen: Seen, known: Known) -> None:
    by_room = "class" if record.get("class") else None
    record["change"] = record.get("change") or _by_sheet("".join(table.name.split())) or by_room
    number, name = record.get("number"), record.get("name") or ""
    if not number:
        return
    seen.twice(table, record, "number", number, "student_twice", number=number)
    if record["change"] is None:
        table.fault(record, "number", "no_change", number=number)
    own = known.students.get(number)
    if own is None and record["change"] in {"out", "class"}:
        table.fault(record, "number", "unknown_student", student=name or number)
    elif own and name and own != name:
        table.fault(record, "number", "student_mismatch", number=number, name=own, other=name)
    if record["change"] == "in" and number not in known.student_class and not (name and record.get("class")):
        table.fault(record, "number", "come_without_class", number=number)
    _room(table, record, known)


def _by_sheet(name: str) -> str | None:
    return {"转出": "out", "转入": "in", "分班": "class", "分班名单": "class", "调班": "class", "转班": "class"}.get(
        name
    )


def _room(table: Table, record: Record, known: Known) -> None:
    text, grade = record.get("class"), record.get("grade") or ""
    if not text:
        if record["change"] == "class":
            table.fault(record, "number", "no_new_class", number=record["number"])
        return
    try:
        room = class_name(text, grade)
    except ValueError:
        table.fault(record, "class", "class_grade", room=text, grade=grade)
        return
    own = known.room(room.name if room else text)
    if room is None and not own:
        table.fault(record, "class", "need_grade", room=text)
        return
    name = own or (room.name if room else text)
    known.rooms.setdefault(class_key(name), name)
    grade = room.grade if room else known.now.classes.get(name, {}).get("grade", "")
    record.update({"class": name, "grade": grade, "class_number": room.number if room else 0})


def resolve_mergers(tables: Sequence[Table], known: Known) -> None:
    """Settle both classes of each row of 并班: the one that ends must be there."""
    for table, record in ((one, record) for one in tables for record in one.records):
        for key in ("from", "class"):
            text = record.get(key)
            if not text:
                continue
            try:
                room = class_name(text)
            except ValueError:
                room = None
            own = known.room(room.name if room else text)
            if own not in known.now.classes or known.now.classes[own]["closed"]:
                table.fault(record, key, "unknown_class", room=text)
            record[key] = own
        if record.get("from") and record["from"] == record.get("class"):
            table.fault(record, "class", "same_class", room=record["class"])
