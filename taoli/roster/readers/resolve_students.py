"""Who the rows of students are: number, class, and one row a student although several lists name the same."""

from collections.abc import Sequence

from taoli.roster.readers.known import Known, Seen, sheet_words, written
from taoli.roster.readers.places import class_key
from taoli.roster.readers.table import Record, Table

# What two lists may say of one student only alike; the rest is joined.
ALIKE = (
    "class",
    "gender",
    "birthday",
    "seat",
    "boarding",
    "neighbourhood",
    "address",
    "study_group",
    "dormitory",
    "campus",
)
LIST = "teaching_groups"


def settle_students(tables: Sequence[Table], known: Known) -> None:
    """Settle class and number of each row: from its cells, the table's title, or who has this name in the roster.

    A table of which nobody is found at all is not legible: its missing column is named once.
    """
    for table in sorted(tables, key=lambda one: not one.has("number")):
        _rooms(table, known)
        if not table.has("number"):
            _numbers_by_name(table, known)
        for record in table.records:
            if number := record.get("number"):
                known.add_student(number, record.get("name") or "", record.get("class") or "")


def _rooms(table: Table, known: Known) -> None:
    context, head = table.area.context, {"row": table.area.row}
    for record in table.records:
        grade = record.get("grade") or context.grade
        if table.has("class"):
            if record["class"]:
                _room(table, record, known, record["class"], grade, record)
        elif context.school_class and not _room(table, record, known, context.school_class, grade, head):
            table.legible = False
            return


def _room(table: Table, record: Record, known: Known, text: str, grade: str, spot: Record) -> bool:
    record["class"] = None
    try:
        room = known.read_room(text, grade)
    except ValueError:
        table.fault(spot, "class", "class_grade", room=text, grade=grade)
        return False
    if room is None:
        table.fault(spot, "class", "need_grade", room=text)
        return False
    own = known.room(room.name) or room.name
    known.rooms.setdefault(class_key(own), own)
    record.update({"class": own, "grade": room.grade, "class_number": room.number})
    return True


def _numbers_by_name(table: Table, known: Known) -> None:
    """Find the number of each row's name; a new student cannot come in without one (docs/decisions)."""
    found = {id(one): known.student_numbers(one.get("name") or "", one.get("class") or "") for one in table.records}
    if table.records and not any(found.values()):
        table.at_head("column_missing", column=table.sheet.column("number").names[0])
        return
    for record in table.records:
        numbers = found[id(record)]
        record["number"], record["partial"] = None, True
        if len(numbers) == 1:
            record["number"] = numbers[0]
        elif record.get("name"):
            code = "student_many" if numbers else "number_needed"
            table.fault(record, "name", code, student=record["name"], n=len(numbers))


def join_students(tables: Sequence[Table], known: Known) -> None:
    """Make one row of all that is said of a student, and note what comes twice or does not agree."""
    first: dict[str, tuple[Table, Record]] = {}
    for table in tables:
        records, table.records = table.records, []
        for record in records:
            again = record.pop("again", False)
            _group(table, record)
            number = record.get("number")
            if not number:
                table.records.append(record)
            elif number not in first:
                first[number] = (table, record)
                table.records.append(record)
            elif first[number][0] is not table:
                _join(first[number], table, record)
            elif not again:
                table.fault(record, "number", "student_twice", number=number, row=first[number][1]["row"])
    seen, campuses = Seen(), dict[str, tuple[str, int]]()
    for table in tables:
        _complete(table, known)
        for record in table.records:
            _check(table, record, seen, campuses, known)


def _group(table: Table, record: Record) -> None:
    """A list of one group names its members only: it says nothing of who else is in their class."""
    if group := table.area.context.group:
        record["partial"] = True
        if not table.has("study_group"):
            record["study_group"] = group


def _join(first: tuple[Table, Record], table: Table, record: Record) -> None:
    own = first[1]
    here, there = (table.area.file, table.name, record["row"]), (first[0].area.file, first[0].name, own["row"])
    if record.get("name") and own.get("name") and record["name"] != own["name"]:
        words = {"number": own["number"], "name": own["name"], "other": record["name"]}
        table.fault(record, "name", "student_mismatch", **words)
    for key in ALIKE:
        mine, other = own.get(key), record.get(key)
        if mine is not None and other is not None and mine != other:
            words = {"first": written(mine), "second": written(other)}
            column = key if table.has(key) else "number"
            table.fault(record, column, "student_differs", row=own["row"], sheet=sheet_words(there, here), **words)
    for key, value in record.items():
        if key == LIST:
            own[key] = list(dict.fromkeys([*(own.get(key) or []), *(value or [])]))
        elif key not in {"row", "partial"} and own.get(key) is None:
            own[key] = value
    own["partial"] = bool(own.get("partial") and record.get("partial"))


def _complete(table: Table, known: Known) -> None:
    """Take the name and the class of a student from the roster where the lists do not say them."""
    for record in table.records:
        own = known.now.students.get(record.get("number") or "", {})
        if not record.get("name") and not table.has("name"):
            record["name"] = own.get("name")
            if record.get("number") and not own:
                table.at_head("column_missing", column=table.sheet.column("name").names[0])
                return
        if record.get("class") or table.has("class") or table.area.context.school_class:
            continue
        if record.get("number") and not own:
            table.at_head("column_missing", column=table.sheet.column("class").names[0])
            return
        if own:
            grade = known.now.classes[own["class"]]["grade"]
            record.update({"class": own["class"], "grade": grade, "class_number": 0, "partial": True})


def _check(table: Table, record: Record, seen: Seen, campuses: dict[str, tuple[str, int]], known: Known) -> None:
    room = record.get("class")
    if not room:
        return
    if record.get("number"):
        known.student_class[record["number"]] = room
    if record.get("seat"):
        seen.twice(table, record, "seat", (room, record["seat"]), "seat_twice", room=room, seat=record["seat"])
    if campus := record.get("campus"):
        first, row = campuses.setdefault(room, (campus, record["row"]))
        if first != campus:
            table.fault(record, "campus", "class_campus", room=room, first=first, row=row, second=campus)
    known.groups |= set(record.get(LIST) or [])
