"""Who has an account, who has used it, and whom a set of slips is for."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from taoli.accounts.models import Membership
from taoli.accounts.queries import Holder, holders
from taoli.common import clock
from taoli.roster.models import Guardianship, SchoolClass, Staff, Student

AUDIENCES = ("staff", "students", "guardians")


@dataclass(frozen=True, slots=True)
class Slip:
    """One person a slip can be printed for; `place` is the class, or the subject of staff."""

    name: str
    place: str
    person_id: uuid.UUID
    holder: Holder


@dataclass(frozen=True, slots=True)
class AccountCount:
    """Of how many people how many have an account, and how many have set a password."""

    audience: str
    people: int
    accounts: int
    active: int


def account_counts(school_id: int) -> list[AccountCount]:
    """Return the counts of staff, students and guardians."""
    people = {
        "staff": set(Staff.objects.of(school_id).filter(left_on=None).values_list("pk", flat=True)),
        "students": set(Student.objects.of(school_id).filter(left_on=None).values_list("pk", flat=True)),
        "guardians": set(_links(school_id).values_list("guardian_id", flat=True)),
    }
    kinds = zip(AUDIENCES, Membership.Kind.values, strict=True)
    return [_count(audience, people[audience], holders(school_id, kind)) for audience, kind in kinds]


def _count(audience: str, people: set[uuid.UUID], known: dict[uuid.UUID, Holder]) -> AccountCount:
    held = [known[pk] for pk in people if pk in known]
    return AccountCount(audience, len(people), len(held), sum(holder.active for holder in held))


def slips(school_id: int, audience: str, room: SchoolClass | None) -> list[Slip]:
    """Return the people of an audience (of a class, but for staff) who have an account, in the order of the list."""
    known = holders(school_id, dict(zip(AUDIENCES, Membership.Kind.values, strict=True))[audience])
    return [
        Slip(name, place, person, known[person])
        for name, place, person in _people(school_id, audience, room)
        if person in known
    ]


def _people(school_id: int, audience: str, room: SchoolClass | None) -> Iterator[tuple[str, str, uuid.UUID]]:
    if audience == "staff":
        for one in (
            Staff.objects.of(school_id).filter(left_on=None).select_related("subject").order_by("sort_key", "id")
        ):
            yield one.name, one.subject.name if one.subject else "", one.pk
        return
    place = room.name if room else ""
    if audience == "students":
        rows = Student.objects.of(school_id).filter(left_on=None, school_class=room).order_by("seat", "sort_key", "id")
        for student in rows:
            yield student.name, place, student.pk
        return
    links = _links(school_id).filter(student__school_class=room).select_related("guardian", "student")
    for link in links.order_by("student__seat", "student__sort_key", "id"):
        yield link.guardian.name, f"{place} {link.student.name}", link.guardian_id


def _links(school_id: int) -> "QuerySet[Guardianship]":
    live = Q(ends=None) | Q(ends__gte=clock.today())
    rows: QuerySet[Guardianship] = Guardianship.objects.of(school_id).filter(live, student__left_on=None)
    return rows


def room_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of the open classes."""
    rows = SchoolClass.objects.of(school_id).filter(closed_on=None).order_by("grade__order", "number", "name")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def room_of(school_id: int, text: str) -> SchoolClass | None:
    """Return a chosen class."""
    return SchoolClass.objects.of(school_id).filter(pk=text).first() if text else None
