"""What a school has entered before its first pairings, and what is still missing by name."""

import uuid
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from taoli.accounts.models import Membership
from taoli.common import clock
from taoli.engine.scheme.vocabulary import CoverageKind
from taoli.roster.models import Group, SchoolClass, Staff, Student, TeachingAssignment, Term
from taoli.schemes.models import UNPUBLISHED, SchemeVersion
from taoli.schemes.queries import rules

DONE, NOW, NEXT = "done", "now", "next"
# Units whose groups must be in the roster before anybody can be paired by them.
GROUPED = frozenset({"study_group", "dormitory", "interest_group"})
MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step: how much is there of how much, the names of what is missing, the page of its one button."""

    key: str
    done: int
    needed: int
    missing: tuple[str, ...]
    page: str
    state: str = NEXT
    detail: str = ""

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return self.needed > 0 and self.done >= self.needed


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """All steps in order; `open` as long as they are to be shown whole: not done, and nobody is paired yet."""

    steps: tuple[FirstStep, ...]
    paired: bool

    @property
    def left(self) -> int:
        """How many are not done."""
        return sum(one.state != DONE for one in self.steps)

    @property
    def open(self) -> bool:
        """Whether the strip is shown whole."""
        return self.left > 0 and not self.paired


@dataclass(frozen=True, slots=True)
class _Room:
    name: str
    homeroom: uuid.UUID | None
    students: int
    alone: int
    taught: bool
    grouped: bool


def first_steps(school_id: int, term: Term | None) -> FirstSteps:
    """Return where a school stands; seven queries, however large it is."""
    versions = {row.state: row for row in SchemeVersion.objects.of(school_id).order_by("version")}
    published = versions.get(SchemeVersion.State.PUBLISHED)
    draft = next((versions[state] for state in UNPUBLISHED if state in versions), None)
    scheme = published or draft
    asked = rules(scheme) if scheme else None
    unit = asked.unit.value if asked and asked.unit.value in GROUPED else ""
    everybody = asked is None or asked.coverage.whom == CoverageKind.ALL_STUDENTS
    rooms = _rooms(school_id, unit)
    steps = [
        _term(term),
        _roster(school_id, rooms),
        _part("teaching", rooms, [room.name for room in rooms if not room.taught], "roster:import_new"),
        _part("homerooms", rooms, [room.name for room in rooms if not room.homeroom], "roster:class_list"),
    ]
    if unit:
        missing = [room.name for room in rooms if room.students and not room.grouped]
        steps.append(_part("groups", rooms, missing, "roster:import_new", unit))
    steps += [_scheme(published, draft), _accounts(school_id), _pairing(rooms, everybody=everybody)]
    return FirstSteps(_in_order(steps), any(room.students > room.alone for room in rooms))


def _in_order(steps: list[FirstStep]) -> tuple[FirstStep, ...]:
    """Say of each step where it stands: done, the first that is not, or later."""
    first = next((one.key for one in steps if not one.met), "")
    return tuple(replace(one, state=DONE if one.met else NOW if one.key == first else NEXT) for one in steps)


def _rooms(school_id: int, unit: str) -> list[_Room]:
    rows = SchoolClass.objects.of(school_id).filter(closed_on=None).order_by("grade__order", "number", "name")
    today = clock.today()
    taught = TeachingAssignment.objects.of(school_id).filter(Q(ends=None) | Q(ends__gte=today))
    groups = Group.objects.of(school_id).filter(kind=unit, closed_on=None)
    if unit == "study_group":
        grouped: Exists | Q = Exists(groups.filter(school_class=OuterRef("pk")))
    else:  # rooms and interest groups hold students of several classes
        members = groups.filter(members__student__school_class=OuterRef("pk"), members__school_id=school_id)
        grouped = Exists(members)
    found = rows.annotate(
        pupils=_counted(Student.objects.of(school_id).filter(left_on=None)),
        alone=_counted(Student.objects.of(school_id).filter(left_on=None, mentor=None)),
        taught=Exists(taught.filter(school_class=OuterRef("pk"))),
        grouped=grouped,
    )
    return [
        _Room(*row) for row in found.values_list("name", "homeroom_teacher_id", "pupils", "alone", "taught", "grouped")
    ]


def _counted(rows: "QuerySet[Student]") -> Coalesce:
    inside = rows.filter(school_class=OuterRef("pk")).order_by().values("school_class")
    return Coalesce(Subquery(inside.annotate(n=Count("pk")).values("n")), 0)


def _term(term: Term | None) -> FirstStep:
    if term is None or term.ends < clock.today():
        return FirstStep("term", 0, 1, (), "roster:term_edit", detail="over" if term else "")
    return FirstStep("term", 1, 1, (), "schemes:calendar_show", detail=term.name)


def _roster(school_id: int, rooms: list[_Room]) -> FirstStep:
    """Students and staff: three halves are missing where there is no class, no student in a class, no teacher."""
    staff = Staff.objects.of(school_id).filter(left_on=None).exists()
    empty = [room.name for room in rooms if not room.students]
    whole = len(rooms) or 1
    done = whole - len(empty) if rooms and staff else 0
    missing = [*([] if staff else ["staff"]), *([] if rooms else ["students"]), *empty]
    return FirstStep("roster", done, whole, tuple(missing), "roster:import_new")


def _part(key: str, rooms: list[_Room], missing: list[str], page: str, detail: str = "") -> FirstStep:
    return FirstStep(key, len(rooms) - len(missing), len(rooms), tuple(missing), page, detail=detail)


def _scheme(published: SchemeVersion | None, draft: SchemeVersion | None) -> FirstStep:
    if published:
        return FirstStep("scheme", 1, 1, (), "schemes:scheme_show", detail=published.title)
    if draft:
        return FirstStep("scheme", 0, 1, (), "schemes:scheme_show", detail="draft")
    return FirstStep("scheme", 0, 1, (), "schemes:preset_list")


def _accounts(school_id: int) -> FirstStep:
    """Accounts of staff and students; families get theirs at the parents' meeting."""
    staff = _held(Staff.objects.of(school_id).filter(left_on=None), school_id, Membership.Kind.STAFF)
    students = _held(Student.objects.of(school_id).filter(left_on=None), school_id, Membership.Kind.STUDENT)
    people, known = 0, 0
    missing: list[str] = []
    for rows in (staff, students):
        counted = rows.aggregate(people=Count("pk"), known=Count("pk", filter=Q(held=True)))
        people, known = people + counted["people"], known + counted["known"]
        missing += rows.filter(held=False).order_by("sort_key", "number").values_list("name", flat=True)[:MOST_NAMES]
    return FirstStep("accounts", known, people, tuple(missing[:MOST_NAMES]), "roster:account_slips")


def _held(rows: "QuerySet[Any]", school_id: int, kind: str) -> "QuerySet[Any]":
    held = Membership.objects.filter(school_id=school_id, person_kind=kind, person_id=OuterRef("pk"))
    known: QuerySet[Any] = rows.annotate(held=Exists(held)).order_by()
    return known


def _pairing(rooms: list[_Room], *, everybody: bool) -> FirstStep:
    students, alone = sum(room.students for room in rooms), sum(room.alone for room in rooms)
    if not everybody and alone < students:
        return FirstStep("pairing", students - alone, students - alone, (), "matching:round_list")
    missing = tuple(f"{room.name} ({room.alone})" for room in rooms if room.alone)
    return FirstStep("pairing", students - alone, students, missing, "matching:round_list")
