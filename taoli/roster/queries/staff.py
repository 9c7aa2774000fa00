"""The staff, and what each of them has to do."""

import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.roster.models import SchoolClass, Staff, Student, Subject
from taoli.roster.permissions import STAFF


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A member of staff, the classes he or she is homeroom teacher of, and the number of mentees."""

    staff: Staff
    homerooms: list[str]
    mentees: int


def staff(actor: Actor, action: str = "view") -> "QuerySet[Staff]":
    """Return the present staff the actor reaches, in the order of names."""
    rows: QuerySet[Staff] = STAFF.within(Staff.objects.filter(left_on=None), actor, action)
    return rows.select_related("subject").order_by("sort_key", "number", "id")


def get_staff(actor: Actor, pk: uuid.UUID, action: str = "view") -> Staff:
    """Return one reachable member of staff; 404 for anybody else."""
    found = staff(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def staff_matching(actor: Actor, text: str = "", subject: str = "") -> "QuerySet[Staff]":
    """Return the staff narrowed by a name, initials or number, and by a subject's name."""
    rows = staff(actor)
    if text:
        rows = rows.filter(Q(name__contains=text) | Q(number__contains=text) | Q(sort_key__contains=text.lower()))
    return rows.filter(subject__name=subject) if subject else rows


def staff_rows(school_id: int, people: list[Staff]) -> list[StaffRow]:
    """Return what a list shows of some people."""
    homerooms: dict[uuid.UUID | None, list[str]] = defaultdict(list)
    rooms = SchoolClass.objects.of(school_id).filter(closed_on=None).exclude(homeroom_teacher=None)
    for teacher, name in rows_of(rooms):
        homerooms[teacher].append(name)
    mentees = Counter(
        Student.objects.of(school_id).filter(left_on=None, mentor__isnull=False).values_list("mentor_id", flat=True)
    )
    return [StaffRow(one, homerooms.get(one.pk, []), mentees[one.pk]) for one in people]


def rows_of(rooms: "QuerySet[SchoolClass]") -> list[tuple[uuid.UUID | None, str]]:
    """Return (homeroom teacher, class name) in the order of classes."""
    return list(rooms.order_by("grade__order", "number", "name").values_list("homeroom_teacher_id", "name"))


def subject_choices(school_id: int) -> list[tuple[str, str]]:
    """Return the school's subjects for a filter."""
    names = Subject.objects.of(school_id).order_by("name").values_list("name", flat=True)
    return [(name, name) for name in names]
