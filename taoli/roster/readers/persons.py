"""The people of an exchange bundle as staged rows: students, staff, what they teach, guardians."""

from collections import defaultdict
from typing import Any

from taoli.roster.readers.assembling import (
    GUARDIAN,
    STAFF_KIND,
    STUDENT,
    TAB,
    Facts,
    Room,
    Work,
    person_name,
    relation_word,
)
from taoli.roster.readers.columns import GUARDIANS, STAFF, STUDENTS
from taoli.roster.readers.csvs import Row
from taoli.roster.readers.standard import OWN

NUMBER_MOST = STUDENTS.column("number").most


def staged(work: Work) -> dict[str, Any]:
    """Return {sheet: {"columns", "rows"}} as an import is staged with, and what a delta takes back."""
    users = {row.get("sourcedId"): row for row in work.tables.rows("users")}
    _numbers(work, users)
    places = _places(work)
    students = [_student(work, row, places) for row in _of(work, users, STUDENT)]
    students += _placed_only(work, users, places)
    teachers = _homerooms(work)
    staff = [_staff(work, row, teachers) for row in _of(work, users, STAFF_KIND)]
    staff += _led_only(work, users, teachers)
    columns = {"teaching_groups"}
    if users and f"{OWN}studyGroup" in work.tables.files["users"].columns:
        columns |= {"study_group", "dormitory"}
    found = {
        "students": {"columns": sorted(columns), "rows": [row for row in students if row]},
        "staff": {"columns": ["homeroom"], "rows": staff},
        "teaching": {"columns": [], "rows": _teaching(work)},
        "guardians": {"columns": [], "rows": _guardians(work, users)},
    }
    if not work.skipped:
        work.skipped = sum(1 for own in users if own not in work.kinds)
    found["exchange"] = {"columns": [], "rows": [], "partial": work.partial, "closings": {}, "keys": work.keys}
    return found


def _of(work: Work, users: dict[str, Row], kind: str) -> list[Row]:
    return [row for own, row in users.items() if work.kinds.get(own) == kind]


def _numbers(work: Work, users: dict[str, Row]) -> None:
    """Settle number and name of everybody; a number that comes twice is told."""
    seen: dict[tuple[str, str], int] = {}
    for own, row in users.items():
        kind = work.kinds.get(own)
        work.names[own] = person_name(row)
        if kind not in {STUDENT, STAFF_KIND}:
            continue
        number = row.get("identifier") or work.numbers.get(own) or row.get("username")
        if len(number) > NUMBER_MOST:
            work.fault("too_long", "users", row, "identifier", most=NUMBER_MOST)
        first = seen.setdefault((kind, number), row.line)
        if first != row.line:
            code = "student_twice" if kind == STUDENT else "staff_twice"
            work.fault(code, "users", row, "identifier", number=number, row=first)
        work.numbers[own] = number
        work.learn("users", own, kind, number)


def _places(work: Work) -> dict[str, dict[str, Any]]:
    """Return user → {"room", "groups"} from the lines that enrol students."""
    found: dict[str, dict[str, Any]] = defaultdict(lambda: {"room": None, "groups": [], "lesson": None})
    for row in work.tables.rows("enrollments"):
        if row.get("role") != "student":
            continue
        user, own = row.get("userSourcedId"), row.get("classSourcedId")
        place = found[user]
        if room := work.rooms.get(own):
            if place["room"] and place["room"].name != room.name:
                values = {"name": work.names.get(user, user), "first": place["room"].name, "second": room.name}
                work.fault("two_classes", "enrollments", row, "classSourcedId", **values)
            place["room"] = room
        elif own in work.groups:
            place["groups"].append(work.groups[own])
        elif own in work.lessons:
            place["lesson"] = work.lessons[own]
    return found


def _student(work: Work, row: Row, places: dict[str, dict[str, Any]]) -> Facts | None:
    own = row.get("sourcedId")
    number, place = work.numbers[own], places[own]
    room = place["room"] or place["lesson"] or _present(work, number)
    if room is None:
        work.fault("no_homeroom", "users", row, "sourcedId", name=work.names[own])
        return None

    def cell(key: str, column: str, text: str) -> Any:
        return work.value(STUDENTS, key, "users", row, column, text)

    return {
        "row": row.line,
        "number": number,
        "name": cell("name", "familyName", work.names[own]) or work.names[own],
        "gender": work.sexes.get(own) or None,
        "birthday": cell("birthday", "sourcedId", work.births.get(own, "")),
        "grade": room.grade,
        "class": room.name,
        "class_number": room.number,
        "campus": cell("campus", f"{OWN}campus", room.campus),
        "seat": cell("seat", f"{OWN}seat", row.get(f"{OWN}seat")),
        "boarding": row.get(f"{OWN}boarding") if row.get(f"{OWN}boarding") in {"boarder", "day"} else None,
        "study_group": cell("study_group", f"{OWN}studyGroup", row.get(f"{OWN}studyGroup")),
        "dormitory": cell("dormitory", f"{OWN}dormitory", row.get(f"{OWN}dormitory")),
        "teaching_groups": place["groups"],
        "neighbourhood": cell("neighbourhood", f"{OWN}neighbourhood", row.get(f"{OWN}neighbourhood")),
        "address": cell("address", f"{OWN}address", row.get(f"{OWN}address")),
    }


def _placed_only(work: Work, users: dict[str, Row], places: dict[str, dict[str, Any]]) -> list[Facts]:
    """Return rows for those of whom a delta says only that they are enrolled somewhere; the rest is as it is."""
    rows = []
    for own, place in places.items():
        number = work.numbers.get(own, "")
        if own in users or number not in work.now.students:
            continue
        facts = work.now.students[number]
        room = place["room"] or _present(work, number)
        kept = {kind: name for student, kind, _room, name in work.now.members if student == number}
        if room:
            row: Facts = {"row": 0, "number": number, "name": facts["name"], "class": room.name, "grade": room.grade}
            row |= {"class_number": room.number, "teaching_groups": place["groups"], "dormitory": kept.get("dormitory")}
            row["study_group"] = kept.get("study_group") if room.name == facts["class"] else None
            rows.append(row)
    return rows


def _present(work: Work, number: str) -> Room | None:
    facts = work.now.students.get(number) if work.partial else None
    return Room(facts["class"], work.now.classes[facts["class"]]["grade"], 0) if facts else None


def _homerooms(work: Work) -> dict[str, list[str]]:
    """Return user → the classes led: the primary teacher of a homeroom class, or its only one."""
    teachers: dict[str, list[Row]] = defaultdict(list)
    for row in work.tables.rows("enrollments"):
        if row.get("role") == "teacher" and row.get("classSourcedId") in work.rooms:
            teachers[row.get("classSourcedId")].append(row)
    led: dict[str, list[str]] = defaultdict(list)
    for own, rows in teachers.items():
        first = [row for row in rows if row.get("primary") == "true"] or (rows if len(rows) == 1 else [])
        if len(first) > 1:
            names = [work.names.get(row.get("userSourcedId"), "") for row in first]
            values = {"room": work.rooms[own].name, "first": names[0], "second": names[1]}
            where = {"sheet": "enrollments.csv", "row": first[0].line}
            work.fault("two_homerooms", "enrollments", first[1], "primary", **values, **where)
        for row in first[:1]:
            led[row.get("userSourcedId")].append(work.rooms[own].name)
    return led


def _led_only(work: Work, users: dict[str, Row], led: dict[str, list[str]]) -> list[Facts]:
    """Return rows for those of whom a delta says only that they now lead a class."""
    numbers = {own: work.numbers.get(own, "") for own in led if own not in users}
    return [
        {"row": 0, "number": number, "name": work.now.staff[number]["name"], "homeroom": led[own]}
        for own, number in numbers.items()
        if number in work.now.staff
    ]


def _staff(work: Work, row: Row, led: dict[str, list[str]]) -> Facts:
    own = row.get("sourcedId")

    def cell(key: str, column: str, text: str) -> Any:
        return work.value(STAFF, key, "users", row, column, text)

    return {
        "row": row.line,
        "number": work.numbers[own],
        "name": cell("name", "familyName", work.names[own]) or work.names[own],
        "gender": work.sexes.get(own) or None,
        "subject": cell("subject", f"{OWN}subject", row.get(f"{OWN}subject")),
        "phone": cell("phone", "phone", row.get("phone") or row.get("sms")),
        "homeroom": led.get(own, []),
    }


def _teaching(work: Work) -> list[Facts]:
    rows = []
    seen = set()
    for row in work.tables.rows("enrollments"):
        user, own = row.get("userSourcedId"), row.get("classSourcedId")
        if row.get("role") != "teacher" or work.kinds.get(user) != STAFF_KIND or user not in work.numbers:
            continue
        subject = row.get(f"{OWN}subject") or work.subjects.get(own, "")
        if room := work.lessons.get(own):
            facts = {"class": room.name, "group": None}
        elif own in work.groups:
            facts = {"class": None, "group": work.groups[own]}
        else:
            continue
        key = (work.numbers[user], subject, *facts.values())
        if key not in seen:
            seen.add(key)
            rows.append({"row": row.line, **facts, "subject": subject, "staff": work.numbers[user]})
    return rows


def _guardians(work: Work, users: dict[str, Row]) -> list[Facts]:
    """Return one row a student and guardian, in the order the student's line names them."""
    rows = []
    named: set[str] = set()
    for row in _of(work, users, STUDENT):
        words = row.get(f"{OWN}agentRelations").split(",")
        number = work.numbers[row.get("sourcedId")]
        for place, own in enumerate(row.many("agentSourcedIds")):
            name = work.names.get(own) or work.known.get(("users", own), ("", ""))[1].partition(TAB)[2]
            if not name or work.kinds.get(own, GUARDIAN) != GUARDIAN:
                continue
            said = words[place] if place < len(words) and any(words) else relation_word(work, own)
            rows.append(_guardian(work, users.get(own), number, name, said))
            if own not in named:
                named.add(own)
                work.learn("users", own, GUARDIAN, f"{number}{TAB}{name}")
    if work.partial:
        rows += [row for one in _of(work, users, GUARDIAN) if one.get("sourcedId") not in named
                 for row in _known_guardian(work, one)]  # fmt: skip
    return rows


def _guardian(work: Work, row: Row | None, number: str, name: str, relation: str) -> Facts:
    phone = None
    if row is not None:
        phone = work.value(GUARDIANS, "phone", "users", row, "phone", row.get("phone") or row.get("sms"))
    return {
        "row": row.line if row else 0,
        "student": number,
        "name": name,
        "relation": relation[: GUARDIANS.column("relation").most] or None,
        "phone": phone,
    }


def _known_guardian(work: Work, row: Row) -> list[Facts]:
    """Return the rows of a guardian whose line comes alone: for every child of the same name and telephone."""
    kind_key = work.known.get(("users", row.get("sourcedId")))
    if kind_key is None:
        return []
    number, _tab, name = kind_key[1].partition(TAB)
    facts = work.now.guardians.get((number, name))
    if facts is None:
        return []
    children = [key[0] for key, own in work.now.guardians.items() if key[1] == name and own["phone"] == facts["phone"]]
    return [{**_guardian(work, row, child, name, ""), "relation": None} for child in children]
