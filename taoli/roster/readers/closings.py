"""What the lines of a delta that are to be deleted close: people, memberships, teaching, guardians, classes."""

from typing import Any

from taoli.roster.models import Group
from taoli.roster.readers.assembling import GUARDIAN, STAFF_KIND, STUDENT, TAB, Work
from taoli.roster.readers.standard import OWN

Closings = dict[str, list[Any]]


def closings(work: Work) -> Closings:
    """Return {noun: rows to close}, each by the school's own keys; what is not in the roster is left out."""
    found: Closings = {"students": [], "staff": [], "members": [], "teaching": [], "guardians": [], "classes": []}
    for row in work.tables.taken_back("users"):
        _person(work, found, row.get("sourcedId"), row.get("identifier"))
    for row in work.tables.taken_back("enrollments"):
        _enrollment(work, found, row.get("classSourcedId"), row.get("userSourcedId"), row.get(f"{OWN}subject"))
    for row in work.tables.taken_back("classes"):
        name = work.known.get(("classes", row.get("sourcedId")), ("", ""))
        if name[0] == "class" and not work.now.classes.get(name[1], {"closed": True})["closed"]:
            found["classes"].append(name[1])
    return found


def _person(work: Work, found: Closings, own: str, number: str) -> None:
    kind, key = work.known.get(("users", own), (work.kinds.get(own, ""), number))
    if kind == STUDENT and not work.now.students.get(key, {"left": True})["left"]:
        facts = work.now.students[key]
        found["students"].append({"number": key, "name": facts["name"], "class": facts["class"], "said": True})
    elif kind == STAFF_KIND and not work.now.staff.get(key, {"left": True})["left"]:
        found["staff"].append({"number": key, "name": work.now.staff[key]["name"]})
        found["teaching"] += [list(one) for one in sorted(work.now.teaching) if one[0] == key]
    elif kind == GUARDIAN:
        student, _tab, name = key.partition(TAB)
        facts = work.now.guardians.get((student, name), {})
        for child, other in sorted(work.now.guardians):
            if other == name and work.now.guardians[child, other]["phone"] == facts.get("phone"):
                found["guardians"].append({"student": child, "name": name})


def _enrollment(work: Work, found: Closings, own: str, user: str, subject: str) -> None:
    kind, number = work.known.get(("users", user), (work.kinds.get(user, ""), work.numbers.get(user, "")))
    if kind == STUDENT and own in work.groups:
        member = (number, Group.Kind.TEACHING_GROUP.value, "", work.groups[own])
        found["members"] += [list(member)] if member in work.now.members else []
    elif kind == STAFF_KIND:
        place = ("class", work.lessons[own].name) if own in work.lessons else ("group", work.groups.get(own, ""))
        taught = (number, *place, subject or work.subjects.get(own, ""))
        found["teaching"] += (
            [list(taught)] if taught in work.now.teaching and list(taught) not in found["teaching"] else []
        )
