"""The school's whole state as sheets of plain rows: the roster as the import reads it, then what was done."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taoli.common.models import School
from taoli.documents.phrases import STATE_NOTES, duty_word, exempt_word, reason_word
from taoli.documents.queries import ended
from taoli.duties.models import DutyCell
from taoli.evaluation.models import AppraisalSheet
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.phrases import way_of
from taoli.guidance.queries.records import sentence
from taoli.matching.models import Pairing
from taoli.roster.models import Group, SchoolClass, Student
from taoli.roster.queries.exchange import Facts, exchange_facts
from taoli.roster.readers.columns import GUARDIANS, STAFF, STUDENTS, TEACHING, Sheet
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import rules

CHUNK = 2000
GENDERS = {"f": "女", "m": "男"}
BOARDING = {"boarder": "住校", "day": "走读"}
# Never on it: the card's number; only with contacts: the rest.
LEFT_OUT = frozenset({"identity_number"})
CONTACTS = frozenset({"birthday", "neighbourhood", "address", "phone"})

Cells = dict[str, str]
Row = list[Any]


@dataclass(frozen=True)
class StateSheet:
    """A sheet: its name, headings, and rows as they come."""

    name: str
    headings: list[str]
    rows: Iterator[Row]


def state_sheets(school: School, on: dt.date, *, contacts: bool) -> Iterator[StateSheet]:
    """Yield the sheets; birthdays, addresses and telephone numbers only with `contacts`, private texts never."""
    facts = exchange_facts(school, on)
    for sheet, rows in (
        (STUDENTS, _students(facts)),
        (STAFF, _staff(facts)),
        (TEACHING, _teaching(facts)),
        (GUARDIANS, _guardians(facts)),
    ):
        yield _template(sheet, rows, contacts=contacts)
    yield from _done(school)
    notes = [[str(note)] for note in STATE_NOTES]
    yield StateSheet("说明", [_("Notes")], iter([*notes, [_("Made on %(day)s.") % {"day": on.isoformat()}]]))


def _template(sheet: Sheet, rows: Iterator[Cells], *, contacts: bool) -> StateSheet:
    """Give the rows the import template's headings; columns the state does not tell fall away."""
    hidden = LEFT_OUT if contacts else LEFT_OUT | CONTACTS
    found = list(rows)
    told = {key for row in found for key in row}
    columns = [one for one in sheet.columns if (one.key in told or one.required) and one.key not in hidden]
    return StateSheet(
        sheet.names[0], [one.names[0] for one in columns], ([row.get(one.key, "") for one in columns] for row in found)
    )


def _students(facts: Facts) -> Iterator[Cells]:
    rooms = {row["id"]: row for row in facts.classes}
    groups: dict[tuple[Any, str], list[str]] = defaultdict(list)
    for row in facts.members:
        if row["live"]:
            groups[row["student"], row["kind"]].append(row["name"])
    for row in facts.students:
        if row["live"]:
            own, room = row["id"], rooms[row["room"]]
            yield {
                "number": row["number"],
                "name": row["name"],
                "gender": GENDERS.get(row["gender"], ""),
                "grade": row["grade"],
                "class": room["name"],
                "seat": str(row["seat"] or ""),
                "birthday": row["birthday"].isoformat() if row["birthday"] else "",
                "campus": room["campus"] or "",
                "boarding": BOARDING.get(row["boarding"], ""),
                "study_group": "".join(groups[own, Group.Kind.STUDY_GROUP][:1]),
                "dormitory": "".join(groups[own, Group.Kind.DORMITORY][:1]),
                "teaching_groups": "、".join(groups[own, Group.Kind.TEACHING_GROUP]),
                "neighbourhood": row["neighbourhood"],
                "address": row["address"],
            }


def _staff(facts: Facts) -> Iterator[Cells]:
    led: dict[Any, list[str]] = defaultdict(list)
    for row in facts.classes:
        if row["live"]:
            led[row["homeroom"]].append(row["name"])
    for row in facts.staff:
        if row["live"]:
            yield {
                "number": row["number"],
                "name": row["name"],
                "gender": GENDERS.get(row["gender"], ""),
                "subject": row["subject"] or "",
                "phone": row["phone"],
                "homeroom": "、".join(led[row["id"]]),
            }


def _teaching(facts: Facts) -> Iterator[Cells]:
    rooms = {row["id"]: row for row in facts.classes}
    groups = {row["id"]: row["name"] for row in facts.groups}
    staff = {row["id"]: row for row in facts.staff}
    for row in facts.teaching:
        if row["live"] and staff[row["staff"]]["live"]:
            room = rooms.get(row["room"])
            yield {
                "grade": room["grade"] if room else "",
                "class": room["name"] if room else "",
                "group": groups.get(row["group"], ""),
                "subject": row["subject_name"],
                "staff": staff[row["staff"]]["number"],
                "staff_name": staff[row["staff"]]["name"],
            }


def _guardians(facts: Facts) -> Iterator[Cells]:
    students = {row["id"]: row for row in facts.students}
    for row in facts.guardians:
        student = students[row["student"]]
        if row["live"] and student["live"]:
            yield {
                "student": student["number"],
                "student_name": student["name"],
                "name": row["name"],
                "relation": row["relation"],
                "phone": row["phone"],
            }


def _done(school: School) -> Iterator[StateSheet]:
    people = [_("Student number"), _("Student"), _("Class")]
    paired = [*people, _("Mentor"), _("From"), _("Until"), _("Why it ended")]
    yield StateSheet("结对", paired, _pairings(school))
    yield StateSheet("指导记录", [_("Day"), _("Way"), _("Who"), *people, _("As printed")], _records(school))
    owed = [_("Mentor"), _("Task"), _("Student or class"), _("Period"), _("From"), _("Until")]
    yield StateSheet("工作要求", [*owed, _("Needed"), _("Done"), _("Exempt because")], _cells(school))
    yield StateSheet("方案", [_("Scheme"), _("Version"), _("State"), _("In force from")], _schemes(school))
    yield StateSheet(
        "考核", [_("Term"), _("State"), _("Mentor"), _("Points"), pgettext("column", "Of")], _sheets(school)
    )
    yield StateSheet("荣誉", [_("Term"), _("Honour"), _("Level"), _("Mentor")], ended.honours(school))
    about = [_("Staff number"), _("Name"), _("Hours")]
    yield StateSheet("培训", [_("Day"), _("Theme"), pgettext("column", "Kind"), *about], ended.training(school))
    asked = [_("Term"), _("Survey"), _("Who answers"), _("Question"), _("About"), _("Answers"), _("Average")]
    yield StateSheet("测评", asked, ended.figures(school))


def _pairings(school: School) -> Iterator[Row]:
    rows = Pairing.objects.of(school).select_related("student", "mentor", "school_class").order_by("starts", "id")
    for row in rows.iterator(CHUNK):
        yield [
            *(row.student.number, row.student.name, row.school_class.name, row.mentor.name),
            *(row.starts.isoformat(), row.ends.isoformat() if row.ends else "", reason_word(row.end_reason)),
        ]


def _records(school: School) -> Iterator[Row]:
    """Yield what forms print of the records that stand; private texts are not even fetched."""
    rows = GuidanceRecord.objects.of(school).filter(state=GuidanceRecord.State.SUBMITTED).order_by("held_on", "id")
    rows = rows.select_related("student", "by", "school_class").defer("private_text", "next_step", "correction_reason")
    for row in rows.iterator(CHUNK):
        yield [
            *(row.held_on.isoformat(), str(way_of(row.kind, row.channel).label), row.by.name),
            *(row.student.number, row.student.name, row.school_class.name, sentence(row, [row.student.name])),
        ]


def _cells(school: School) -> Iterator[Row]:
    rows = DutyCell.objects.of(school).select_related("mentor", "scheme", "school_class").order_by("due", "id")
    names = _subjects(school)
    for row in rows.iterator(CHUNK):
        subject = names.get(row.subject_id) or (row.school_class.name if row.school_class else "")
        yield [
            *(row.mentor.name, duty_word(rules(row.scheme), row.duty), subject, row.period),
            *(row.starts.isoformat(), row.due.isoformat(), row.needed, row.done, exempt_word(row.exempt)),
        ]


def _subjects(school: School) -> dict[Any, str]:
    found: dict[Any, str] = {}
    for model in (Student, Group, SchoolClass):
        found |= dict(model.objects.of(school).values_list("pk", "name"))
    return found


def _schemes(school: School) -> Iterator[Row]:
    for row in SchemeVersion.objects.of(school).order_by("version"):
        since = row.in_force_from.isoformat() if row.in_force_from else ""
        yield [row.title, row.version, row.get_state_display(), since]


def _sheets(school: School) -> Iterator[Row]:
    rows = AppraisalSheet.objects.of(school).select_related("mentor", "run__term").order_by("run__term__starts", "id")
    for row in rows.iterator(CHUNK):
        points = "" if row.total is None else row.total
        yield [row.run.term.name, row.run.get_state_display(), row.mentor.name, points, row.full]
