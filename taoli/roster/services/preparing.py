"""From a plan to rows: everything that can be made ready before the transaction."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from taoli.common.ids import new_id
from taoli.common.models import School
from taoli.roster.models import (
    Campus,
    ClassStay,
    ExchangeKey,
    Grade,
    Group,
    GroupMember,
    SchoolClass,
    Staff,
    Student,
    Subject,
    TeachingAssignment,
)
from taoli.roster.queries.snapshot import Facts
from taoli.roster.readers.places import grade_order
from taoli.roster.services.batch import Batch
from taoli.roster.services.guardians import prepare_guardians
from taoli.roster.services.keys import Ids, Keys, load_keys
from taoli.roster.services.names import sort_key
from taoli.roster.services.planning import Plan

DAY = dt.timedelta(days=1)


def prepare(school_id: int, plan: Plan, *, today: dt.date, since: dt.date) -> Batch:
    """Return the batch of a plan: what is new begins on `since`, what ends was last true yesterday."""
    keys, batch = load_keys(school_id), Batch(school_id)
    _places(batch, keys, plan)
    _staff(batch, keys, plan, today=today)
    _classes(batch, keys, plan, today=today)
    _students(batch, keys, plan, today=today, since=since)
    _groups(batch, keys, plan, today=today, since=since)
    _teaching(batch, keys, plan, today=today, since=since)
    prepare_guardians(batch, keys, plan, today=today)
    _sourced(batch, plan)
    return batch


def live(today: dt.date) -> Q:
    """Return the condition of rows that have not ended."""
    return Q(ends=None) | Q(ends__gte=today)


def _made(batch: Batch, ids: Ids, rows: list[Any], key: str) -> None:
    ids.update({getattr(row, key): row.pk for row in rows})
    batch.create(rows)


def _places(batch: Batch, keys: Keys, plan: Plan) -> None:
    school = batch.school_id
    campuses = [Campus(school_id=school, name=name) for name in plan["campuses"]["add"]]
    grades = [Grade(school_id=school, name=name, order=grade_order(name)) for name in plan["grades"]["add"]]
    subjects = [Subject(school_id=school, name=name) for name in plan["subjects"]["add"]]
    for ids, rows in ((keys.campuses, campuses), (keys.grades, grades), (keys.subjects, subjects)):
        _made(batch, ids, rows, "name")


def _staff(batch: Batch, keys: Keys, plan: Plan, *, today: dt.date) -> None:
    rows = [
        Staff(
            school_id=batch.school_id,
            number=facts["number"],
            name=facts["name"],
            sort_key=sort_key(facts["name"]),
            gender=facts["gender"] or "",
            phone=facts["phone"] or "",
            subject_id=_subject(keys, facts["subject"]),
        )
        for facts in plan["staff"]["add"]
    ]
    _made(batch, keys.staff, rows, "number")
    changed, fields = [], set()
    known = _by_number(Staff, batch.school_id, [*plan["staff"]["change"], *plan["staff"]["close"]])
    for facts in plan["staff"]["change"]:
        row = known[facts["number"]]
        for name, (_before, after) in facts["fields"].items():
            fields |= _set(row, name, after, keys)
        changed.append(row)
    for facts in plan["staff"]["close"]:
        row = known[facts["number"]]
        row.left_on = today
        changed.append(row)
        fields.add("left_on")
    batch.change(changed, fields)


def _sourced(batch: Batch, plan: Plan) -> None:
    """Keep what the sourcedIds of a bundle stand for, so that a later delta may name them alone."""
    told = {(file, sourced_id): (kind, key) for file, sourced_id, kind, key in plan.get("sourced", {}).get("add", ())}
    if not told:
        return
    changed = [row for row in ExchangeKey.objects.of(batch.school_id) if (row.file, row.sourced_id) in told]
    for row in changed:
        row.kind, row.key = told.pop((row.file, row.sourced_id))
    batch.change(changed, ("kind", "key"))
    rows = [
        ExchangeKey(school_id=batch.school_id, file=file, sourced_id=sourced_id, kind=kind, key=key)
        for (file, sourced_id), (kind, key) in told.items()
    ]
    batch.create(rows)


def _subject(keys: Keys, name: str | None) -> uuid.UUID | None:
    return keys.subjects[name] if name else None


def _by_number(model: Any, school_id: int, rows: list[Facts]) -> dict[str, Any]:
    if not rows:
        return {}
    wanted = {facts["number"] for facts in rows}
    return {row.number: row for row in model.objects.of(school_id) if row.number in wanted}


def _set(row: Any, name: str, after: Any, keys: Keys) -> set[str]:
    if name == "name":
        row.name, row.sort_key = after, sort_key(after)
        return {"name", "sort_key"}
    if name == "subject":
        row.subject_id = _subject(keys, after)
    elif name == "class":
        row.school_class_id = keys.classes[after]
        return {"school_class"}
    elif name == "left":
        row.left_on = None
        return {"left_on"}
    elif name == "birthday":
        row.birthday = dt.date.fromisoformat(after)
    else:
        setattr(row, name, after)
    return {name}


def _classes(batch: Batch, keys: Keys, plan: Plan, *, today: dt.date) -> None:
    teachers = {
        facts["class"]: keys.staff[facts["staff"]] for way in ("add", "change") for facts in plan["homerooms"][way]
    }
    rows = [
        SchoolClass(
            school_id=batch.school_id,
            name=facts["name"],
            number=facts["number"],
            grade_id=keys.grades[facts["grade"]],
            campus_id=keys.campuses[facts["campus"]] if facts["campus"] else None,
            homeroom_teacher_id=teachers.pop(facts["name"], None),
        )
        for facts in plan["classes"]["add"]
    ]
    _made(batch, keys.classes, rows, "name")
    changes = {facts["name"]: facts["fields"] for facts in plan["classes"]["change"]}
    days = {facts["name"]: day_of(facts, today) for facts in plan["classes"]["change"]}
    changed = []
    for row in SchoolClass.objects.of(batch.school_id).filter(name__in={*teachers, *changes}):
        row.homeroom_teacher_id = teachers.get(row.name, row.homeroom_teacher_id)
        fields = changes.get(row.name, {})
        if "campus" in fields:
            row.campus_id = keys.campuses[fields["campus"][1]]
        if "closed" in fields:
            row.closed_on = days[row.name] if fields["closed"][1] else None
        changed.append(row)
    batch.change(changed, ("homeroom_teacher", "campus", "closed_on"))


def _students(batch: Batch, keys: Keys, plan: Plan, *, today: dt.date, since: dt.date) -> None:
    rows = [_student(batch.school_id, keys, facts) for facts in plan["students"]["add"]]
    _made(batch, keys.students, rows, "number")
    new_stays = [
        _stay(batch.school_id, row.pk, row.school_class_id, day_of(facts, since))
        for row, facts in zip(rows, plan["students"]["add"], strict=True)
    ]
    known = _by_number(Student, batch.school_id, [*plan["students"]["change"], *plan["students"]["close"]])
    changed, fields = [], set()
    moved: dict[dt.date, list[uuid.UUID]] = defaultdict(list)
    for facts in plan["students"]["change"]:
        row = known[facts["number"]]
        for name, (_before, after) in facts["fields"].items():
            fields |= _set(row, name, after, keys)
        changed.append(row)
        if {"class", "left"} & set(facts["fields"]):
            day = day_of(facts, today)
            moved[day].append(row.pk)
            new_stays.append(_stay(batch.school_id, row.pk, row.school_class_id, day))
    for facts in plan["students"]["close"]:
        row = known[facts["number"]]
        row.left_on = day_of(facts, today)
        changed.append(row)
        moved[row.left_on].append(row.pk)
        fields.add("left_on")
    batch.change(changed, fields)
    for day, ids in moved.items():
        _end(batch, ClassStay, Q(student_id__in=ids), today, day)
    batch.create(new_stays)


def _student(school_id: int, keys: Keys, facts: Facts) -> Student:
    born = facts["birthday"]
    return Student(
        school_id=school_id,
        number=facts["number"],
        name=facts["name"],
        sort_key=sort_key(facts["name"]),
        gender=facts["gender"] or "",
        birthday=dt.date.fromisoformat(born) if born else None,
        school_class_id=keys.classes[facts["class"]],
        seat=facts["seat"],
        boarding=facts["boarding"] or "",
        address=facts["address"] or "",
        neighbourhood=facts.get("neighbourhood") or "",
        identity_number=facts["identity_number"] or "",
    )


def _stay(school_id: int, student: uuid.UUID, room: uuid.UUID, since: dt.date) -> ClassStay:
    return ClassStay(school_id=school_id, student_id=student, school_class_id=room, starts=since)


def day_of(facts: Facts, usual: dt.date) -> dt.date:
    """Return since when a line of a plan holds: the day it says, or else the usual one."""
    return dt.date.fromisoformat(facts["on"]) if facts.get("on") else usual


def _end(batch: Batch, model: Any, which: Q, today: dt.date, day: dt.date) -> None:
    ids = list(model.objects.of(batch.school_id).filter(which, live(today)).values_list("pk", flat=True))
    batch.end(model, ids, day - DAY)


def _groups(batch: Batch, keys: Keys, plan: Plan, *, today: dt.date, since: dt.date) -> None:
    school, rows = batch.school_id, []
    days = {facts["number"]: facts for way in ("change", "close") for facts in plan["students"][way]}
    for kind, room, name in plan["groups"]["add"]:
        row = Group(id=new_id(), school_id=school, kind=kind, name=name)
        row.school_class_id = keys.classes[room] if room else None
        keys.groups[kind, room, name] = row.pk
        rows.append(row)
    batch.create(rows)
    batch.create(
        [
            GroupMember(
                school_id=school,
                student_id=keys.students[number],
                group_id=keys.group(*group),
                starts=day_of(days.get(number, {}), since),
            )
            for number, *group in plan["members"]["add"]
        ]
    )
    if plan["members"]["close"]:
        closed = {(keys.students[number], keys.group(*group)) for number, *group in plan["members"]["close"]}
        held = GroupMember.objects.of(school).filter(live(today)).values_list("pk", "student_id", "group_id")
        numbers = {
            keys.students[number]: day_of(days.get(number, {}), today) for number, *_group in plan["members"]["close"]
        }
        ends: dict[dt.date, list[uuid.UUID]] = defaultdict(list)
        for pk, student, group in held:
            if (student, group) in closed:
                ends[numbers[student]].append(pk)
        for day, ids in ends.items():
            batch.end(GroupMember, ids, day - DAY)


def _teaching(batch: Batch, keys: Keys, plan: Plan, *, today: dt.date, since: dt.date) -> None:
    school = batch.school_id
    batch.create(
        [
            TeachingAssignment(school_id=school, starts=since, **dict(zip(LINKS, links, strict=True)))
            for links in _teaching_links(keys, plan["teaching"]["add"])
        ]
    )
    if plan["teaching"]["close"]:
        closed = set(_teaching_links(keys, plan["teaching"]["close"]))
        held = TeachingAssignment.objects.of(school).filter(live(today)).values_list("pk", *LINKS)
        batch.end(TeachingAssignment, [pk for pk, *links in held if tuple(links) in closed], today - DAY)


LINKS = ("staff_id", "school_class_id", "group_id", "subject_id")


def _teaching_links(keys: Keys, rows: list[Any]) -> Iterable[tuple[Any, ...]]:
    for staff, kind, place, subject in rows:
        room = keys.classes[place] if kind == "class" else None
        group = keys.group(Group.Kind.TEACHING_GROUP, "", place) if kind == "group" else None
        yield keys.staff[staff], room, group, keys.subjects[subject]


def opening_day(term_starts: dt.date | None, today: dt.date, *, first: bool) -> dt.date:
    """Return since when new rows hold: at a school's first import since the term began, later since today."""
    if not first:
        return today
    return min(today, term_starts or dt.date(today.year - (today.month < SEPTEMBER), SEPTEMBER, 1))


SEPTEMBER = 9


def is_first(school: School | int) -> bool:
    """Say whether the school has no students yet."""
    return not Student.objects.of(school).exists()
