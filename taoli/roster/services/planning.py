"""What a workbook would add, change and close: staged rows against the roster as it is. Pure, and plain JSON out."""

from collections.abc import Iterable
from typing import Any

from taoli.roster.models import Group
from taoli.roster.queries.snapshot import (
    GUARDIAN_FIELDS,
    STAFF_FIELDS,
    STUDENT_FIELDS,
    Facts,
    GroupKey,
    MemberKey,
    Roster,
    TeachingKey,
)
from taoli.roster.services.moving import plan_moves

NOUNS = (
    "campuses",
    "grades",
    "subjects",
    "classes",
    "homerooms",
    "staff",
    "students",
    "groups",
    "members",
    "teaching",
    "guardians",
    "sourced",
)
WAYS = ("add", "change", "close")
# A name the school's own rows carry; the kinds of group a student sheet can name, by its column.
KINDS = {
    "study_group": Group.Kind.STUDY_GROUP,
    "dormitory": Group.Kind.DORMITORY,
    "teaching_groups": Group.Kind.TEACHING_GROUP,
}

Plan = dict[str, dict[str, list[Any]]]
Staged = dict[str, dict[str, Any]]


def make_plan(staged: Staged, now: Roster) -> Plan:
    """Return {noun: {"add"|"change"|"close": rows}}; empty lists where the workbook says what is already so."""
    plan: Plan = {noun: {way: [] for way in WAYS} for noun in NOUNS}
    students = staged.get("students", {}).get("rows", [])
    staff = staged.get("staff", {}).get("rows", [])
    teaching = staged.get("teaching", {}).get("rows", [])
    _places(plan, now, students, staff, teaching)
    _people(plan, now, students, staff)
    _members(plan, now, students)
    _homerooms(plan, now, staff, [*teaching, *staged.get("homerooms", {}).get("rows", [])])
    _teaching(plan, now, teaching)
    _guardians(plan, now, staged.get("guardians", {}).get("rows", []))
    lists = {name: staged.get(name, {}).get("rows", []) for name in ("moves", "mergers")}
    plan_moves(plan, now, lists["moves"], lists["mergers"])
    exchange = staged.get("exchange", {})
    if exchange.get("partial"):
        _only_said(plan, now, exchange["closings"])
    plan["sourced"]["add"] = exchange.get("keys", [])
    return plan


def _only_said(plan: Plan, now: Roster, closings: Facts) -> None:
    """Close what a delta takes back, and nothing for not being named in it."""
    unnamed = {row["number"] for row in plan["students"]["close"]}
    for noun in ("students", "staff", "teaching", "guardians"):
        plan[noun]["close"] = list(closings[noun])
    told = [row for row in plan["members"]["close"] if row[0] not in unnamed]
    own_line = [row for row in told if row[1] != Group.Kind.TEACHING_GROUP]
    gone = {row["number"] for row in closings["students"]}
    held = [list(key) for key in sorted(now.members) if key[0] in gone]
    said = [row for row in closings["members"] if row[0] not in gone]
    plan["members"]["close"] = held + said + [row for row in own_line if row[0] not in gone]
    plan["classes"]["change"] += [{"name": name, "fields": {"closed": [False, True]}} for name in closings["classes"]]


def is_empty(plan: Plan) -> bool:
    """Say whether the plan would change nothing."""
    return not any(rows for ways in plan.values() for rows in ways.values())


def size(done: dict[str, dict[str, int]]) -> int:
    """Return how many rows counts stand for."""
    return sum(sum(ways.values()) for ways in done.values())


def missing(plan: Plan) -> list[Facts]:
    """Return the students the plan closes only because their class was listed without them."""
    return [row for row in plan.get("students", {}).get("close", []) if not row.get("said")]


def without_missing(plan: Plan) -> Plan:
    """Return the plan with the missing students left as they are."""
    kept = {row["number"] for row in missing(plan)}
    students, members = plan["students"], plan["members"]
    return {
        **plan,
        "students": {**students, "close": [row for row in students["close"] if row.get("said")]},
        "members": {**members, "close": [row for row in members["close"] if row[0] not in kept]},
    }


def counts(plan: Plan) -> dict[str, dict[str, int]]:
    """Return the number of rows by noun and way, without the nouns nothing happens to."""
    found = {noun: {way: len(rows) for way, rows in ways.items()} for noun, ways in plan.items()}
    return {noun: ways for noun, ways in found.items() if any(ways.values())}


def _new(rows: Iterable[Facts], key: str, known: set[str]) -> list[str]:
    return sorted({row[key] for row in rows if row.get(key)} - known)


def _places(plan: Plan, now: Roster, students: list[Facts], staff: list[Facts], teaching: list[Facts]) -> None:
    plan["campuses"]["add"] = _new(students, "campus", now.campuses)
    plan["grades"]["add"] = _new(students, "grade", now.grades)
    plan["subjects"]["add"] = _new([*staff, *teaching], "subject", now.subjects)
    rooms: dict[str, Facts] = {}
    for row in students:
        room = rooms.setdefault(row["class"], {"grade": row["grade"], "number": row["class_number"], "campus": ""})
        room["campus"] = row.get("campus") or room["campus"]
    for name, room in rooms.items():
        if name not in now.classes:
            plan["classes"]["add"].append({"name": name, **room})
            continue
        wanted = {"campus": room["campus"] or None, "closed": False}
        _change(plan, "classes", {"name": name}, wanted, now.classes[name])


def _people(plan: Plan, now: Roster, students: list[Facts], staff: list[Facts]) -> None:
    for noun, rows, fields in (("staff", staff, STAFF_FIELDS), ("students", students, STUDENT_FIELDS)):
        known = getattr(now, noun)
        for row in rows:
            wanted = {name: row.get(name) for name in fields}
            key = {"number": row["number"], "name": row["name"]}
            if row["number"] not in known:
                plan[noun]["add"].append({**key, **wanted})
            else:
                _change(plan, noun, key, {**wanted, "left": False}, known[row["number"]])
    # A list of a group, or of names only, does not say who else is in the class.
    rooms = {row["class"] for row in students if not row.get("partial")}
    listed = {row["number"] for row in students}
    plan["students"]["close"] = [
        {"number": number, "name": facts["name"], "class": facts["class"]}
        for number, facts in sorted(now.students.items())
        if not facts["left"] and facts["class"] in rooms and number not in listed
    ]


def _change(plan: Plan, noun: str, key: Facts, wanted: Facts, own: Facts) -> None:
    fields = {
        name: [own.get(name), value] for name, value in wanted.items() if value is not None and value != own.get(name)
    }
    if fields:
        plan[noun]["change"].append({**key, "fields": fields})


def _members(plan: Plan, now: Roster, students: list[Facts]) -> None:
    own: dict[str, set[MemberKey]] = {}
    for key in now.members:
        own.setdefault(key[0], set()).add(key)
    groups: set[GroupKey] = set()
    for row in students:
        number, room = row["number"], row["class"]
        # A cell that is there and empty means: in none; a column that is not there says nothing.
        columns = set(row)
        wanted = {(number, *group) for group in _groups(row, columns, room)}
        held = {
            key
            for key in own.get(number, ())
            if _column(key[1]) in columns or (key[1] == Group.Kind.STUDY_GROUP and key[2] != room)
        }
        plan["members"]["add"] += _lists(wanted - held)
        plan["members"]["close"] += _lists(held - wanted)
        groups |= {key[1:] for key in wanted}
    for row in plan["students"]["close"]:
        plan["members"]["close"] += _lists(own.get(row["number"], ()))
    plan["groups"]["add"] = _lists(groups - now.groups)


def _lists(keys: Iterable[tuple[str, ...]]) -> list[list[str]]:
    return [list(key) for key in sorted(keys)]


def _column(kind: str) -> str:
    return next((column for column, own in KINDS.items() if own == kind), "")


def _groups(row: Facts, columns: set[str], room: str) -> Iterable[GroupKey]:
    if "study_group" in columns and row.get("study_group"):
        yield Group.Kind.STUDY_GROUP.value, room, row["study_group"]
    if "dormitory" in columns and row.get("dormitory"):
        yield Group.Kind.DORMITORY.value, "", row["dormitory"]
    for name in row.get("teaching_groups") or ():
        yield Group.Kind.TEACHING_GROUP.value, "", name


def _homerooms(plan: Plan, now: Roster, staff: list[Facts], teaching: list[Facts]) -> None:
    wanted = {room: row["number"] for row in staff for room in row.get("homeroom") or ()}
    wanted |= {
        row["class"]: row["staff"] for row in teaching if row.get("class") and row.get("homeroom", "subject" not in row)
    }
    for room, number in sorted(wanted.items()):
        held = now.classes.get(room, {}).get("homeroom", "")
        if held != number:
            way = "change" if held else "add"
            plan["homerooms"][way].append({"class": room, "staff": number, "before": held})


def _teaching(plan: Plan, now: Roster, rows: list[Facts]) -> None:
    wanted: set[TeachingKey] = set()
    for row in rows:
        place = ("class", row["class"]) if row.get("class") else ("group", row["group"])
        wanted.add((row["staff"], *place, row["subject"]))
    places = {key[1:3] for key in wanted}
    held = {key for key in now.teaching if key[1:3] in places}
    plan["teaching"]["add"] = _lists(wanted - held)
    plan["teaching"]["close"] = _lists(held - wanted)


def _guardians(plan: Plan, now: Roster, rows: list[Facts]) -> None:
    listed = {(row["student"], row["name"]) for row in rows}
    for row in rows:
        key = {"student": row["student"], "name": row["name"]}
        wanted = {name: row.get(name) for name in GUARDIAN_FIELDS}
        own = now.guardians.get((row["student"], row["name"]))
        if own is None:
            plan["guardians"]["add"].append({**key, **wanted})
        else:
            _change(plan, "guardians", key, wanted, own)
    children = {student for student, _name in listed}
    plan["guardians"]["close"] = [
        {"student": student, "name": name}
        for student, name in sorted(now.guardians)
        if student in children and (student, name) not in listed
    ]
