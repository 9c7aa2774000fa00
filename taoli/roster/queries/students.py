"""Which students somebody reaches."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.pages import opens
from taoli.common.policy import Actor, Role
from taoli.roster.models import Group, GroupMember, Guardianship, Student
from taoli.roster.permissions import STUDENT, restricted


def students(actor: Actor, action: str = "view") -> "QuerySet[Student]":
    """Return the present students the actor reaches, by class, number in class and name."""
    rows: QuerySet[Student] = STUDENT.within(Student.objects.filter(left_on=None), actor, action)
    return rows.select_related("school_class", "mentor").order_by(
        "school_class__grade__order", "school_class__number", "school_class__name", "seat", "sort_key", "id"
    )


def get_student(actor: Actor, pk: uuid.UUID, action: str = "view") -> Student:
    """Return one reachable student; 404 for anybody else's, as if there were none."""
    found = students(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def student_rows(actor: Actor, text: str = "", class_id: str = "") -> "QuerySet[Student]":
    """Return the students one reaches, narrowed by a name, initials, number or class name, and by a class."""
    rows = students(actor)
    if room := _uuid(class_id):
        rows = rows.filter(school_class_id=room)
    if text:
        rows = rows.filter(
            Q(name__contains=text)
            | Q(number__contains=text)
            | Q(sort_key__contains=text.lower())
            | Q(school_class__name__contains=text)
        )
    return rows


def class_choices(actor: Actor) -> list[tuple[str, str]]:
    """Return (id, name) of the classes whose students one reaches, in their order."""
    rows = (
        students(actor)
        .values_list("school_class_id", "school_class__name")
        .order_by("school_class__grade__order", "school_class__number", "school_class__name")
    )
    return [(str(pk), name) for pk, name in rows.distinct()]


@dataclass(frozen=True, slots=True)
class StudentFacts:
    """What the page of a student shows beside the row itself."""

    groups: list[Group]
    guardianships: list[Guardianship]


def student_facts(student: Student) -> StudentFacts:
    """Return the groups the student is in today and the guardians."""
    live = Q(ends=None) | Q(ends__gte=clock.today())
    members = GroupMember.objects.of(student.school_id).filter(live, student=student).select_related("group")
    links = Guardianship.objects.of(student.school_id).filter(live, student=student).select_related("guardian")
    return StudentFacts(
        groups=[member.group for member in members.order_by("group__kind", "group__name")],
        guardianships=list(links.order_by("id")),
    )


def is_restricted(actor: Actor, student_id: uuid.UUID) -> bool:
    """Say whether the actor is a guardian of the student who may not see address and other guardians today."""
    if actor.person_kind != "guardian" or actor.person_id is None:
        return False
    ties = Guardianship.objects.of(actor.school_id).filter(student_id=student_id, guardian_id=actor.person_id)
    return ties.filter(restricted()).exists()


def guardians_of(school_id: int, student_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Guardianship]]:
    """Return student → the ties to guardians of today; one query."""
    live = Q(ends=None) | Q(ends__gte=clock.today())
    links = Guardianship.objects.of(school_id).filter(live, student_id__in=list(student_ids)).select_related("guardian")
    found: dict[uuid.UUID, list[Guardianship]] = {}
    for link in links.order_by("id"):
        found.setdefault(link.student_id, []).append(link)
    return found


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def links_of(actor: Actor, student: Student) -> dict[str, bool]:
    """Return which later pages about a student may be linked: archive, what came along, the card, leaving. No query."""
    charge = actor.holds(Role.MORAL_OFFICE) or student.school_class.homeroom_teacher_id == actor.person_id
    return {
        "archive": opens(actor, "archive:archive_show"),
        "received": opens(actor, "handover:received_list") and (charge or student.mentor_id == actor.person_id),
        "card": opens(actor, "handover:card_print") and charge,
        "leaves": opens(actor, "handover:leaving_new") and student.left_on is None,
    }
