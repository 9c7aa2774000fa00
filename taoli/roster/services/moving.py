"""What the lists of 异动 and 并班 do to a plan: somebody comes, leaves or changes class on a day. Pure."""

from typing import Any

from taoli.roster.models import Group
from taoli.roster.queries.snapshot import Facts, Roster

Plan = dict[str, dict[str, list[Any]]]


def plan_moves(plan: Plan, now: Roster, moves: list[Facts], mergers: list[Facts]) -> None:
    """Add to a plan what the lists say; a list wins over a student's mere absence from the sheet of students."""
    for row in mergers:
        _merge(plan, now, row)
    for row in moves:
        if row["change"] == "out":
            _leave(plan, now, row)
        elif row["number"] in now.students:
            _change_class(plan, now, row["number"], row)
        else:
            _come(plan, now, row)


def _leave(plan: Plan, now: Roster, row: Facts) -> None:
    facts = now.students.get(row["number"])
    if facts is None or facts["left"]:
        return
    _forget(plan, row["number"])
    said = {"number": row["number"], "name": facts["name"], "class": facts["class"], "said": True, "on": row.get("day")}
    plan["students"]["close"].append(said)
    plan["members"]["close"] += [list(key) for key in sorted(now.members) if key[0] == row["number"]]


def _forget(plan: Plan, number: str) -> None:
    """Take out what the other sheets would have done to a student."""
    for noun, key in (("students", "number"), ("members", 0)):
        for way in ("add", "change", "close"):
            plan[noun][way] = [row for row in plan[noun][way] if row[key] != number]


def _change_class(plan: Plan, now: Roster, number: str, row: Facts) -> None:
    facts, room = now.students[number], row.get("class") or now.students[number]["class"]
    fields: Facts = {}
    if facts["class"] != room:
        fields["class"] = [facts["class"], room]
    if facts["left"]:
        fields["left"] = [True, False]
    if not fields:
        return
    students = plan["students"]
    students["close"] = [one for one in students["close"] if one["number"] != number]
    known = next((one for one in students["change"] if one["number"] == number), None)
    if known is None:
        known = {"number": number, "name": facts["name"], "fields": {}}
        students["change"].append(known)
    known["fields"] |= fields
    known["on"] = row.get("day")
    _new_room(plan, now, row)
    listed = {tuple(one) for one in plan["members"]["close"]}
    plan["members"]["close"] += [
        list(key)
        for key in sorted(now.members)
        if key[0] == number and key[1] == Group.Kind.STUDY_GROUP and key[2] != room and key not in listed
    ]


def _come(plan: Plan, now: Roster, row: Facts) -> None:
    known = next((one for one in plan["students"]["add"] if one["number"] == row["number"]), None)
    if known is None:
        empty = dict.fromkeys(("gender", "birthday", "seat", "boarding", "neighbourhood", "address", "identity_number"))
        known = {"number": row["number"], "name": row["name"], "class": row["class"], **empty}
        plan["students"]["add"].append(known)
        _new_room(plan, now, row)
    known["on"] = row.get("day")


def _new_room(plan: Plan, now: Roster, row: Facts) -> None:
    name = row.get("class")
    if not name or name in now.classes or name in {one["name"] for one in plan["classes"]["add"]}:
        return
    new = {"name": name, "grade": row["grade"], "number": row["class_number"], "campus": ""}
    plan["classes"]["add"].append(new)
    if row["grade"] not in now.grades and row["grade"] not in plan["grades"]["add"]:
        plan["grades"]["add"].append(row["grade"])


def _merge(plan: Plan, now: Roster, row: Facts) -> None:
    """Let everybody of one class go over to another, and the class end with what was taught in it."""
    for number, facts in sorted(now.students.items()):
        if facts["class"] == row["from"] and not facts["left"]:
            _change_class(plan, now, number, row)
    plan["classes"]["change"].append({"name": row["from"], "fields": {"closed": [False, True]}, "on": row.get("day")})
    listed = {tuple(one) for one in plan["teaching"]["close"]}
    ended = (key for key in sorted(now.teaching) if key[1:3] == ("class", row["from"]) and key not in listed)
    plan["teaching"]["close"] += [list(key) for key in ended]
