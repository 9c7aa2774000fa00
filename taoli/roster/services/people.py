"""Accounts and roles for the people of the roster."""

import re
import uuid
from collections.abc import Callable, Iterable, Iterator

from django.db.models import Q, QuerySet

from taoli.accounts.models import Membership, RoleHeld
from taoli.accounts.queries import account_names, person_names, usernames_like
from taoli.accounts.services import Grant, Person, open_many, rename_person, sync_roles
from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor, Role
from taoli.roster.models import Guardian, Guardianship, SchoolClass, Staff, Student
from taoli.roster.queries.charges import ahead
from taoli.roster.queries.fitness import OUTSIDE
from taoli.roster.queries.people import own_staff
from taoli.roster.services.homerooms import take_charges

# People a transaction: a thousand accounts are written in less than a second.
CHUNK = 500
ROLES = (Role.MENTOR, Role.SOCIAL_MENTOR, Role.HOMEROOM_TEACHER, Role.STUDENT, Role.GUARDIAN)
GUARDIAN = re.compile(r"-G(\d+)$")

Report = Callable[[int, int], None]


def open_accounts(*, by: Actor, report: Report | None = None) -> dict[str, int]:
    """Give everybody on the roster an account and the roles that follow from it; returns accounts opened by kind.

    Mentor for all staff (those from outside: social mentor), homeroom teacher at the class, student, guardian; those
    who left lose these roles today.
    Written in chunks, so it may be repeated: whoever has an account keeps it.
    """
    school = School.objects.get(pk=by.school_id)
    new = list(_new_people(school))
    for start in range(0, len(new), CHUNK):
        open_many(by=by, people=new[start : start + CHUNK])
        if report:
            report(min(start + CHUNK, len(new)), len(new))
    _rename(by)
    sync_all_roles(by=by)
    return {kind: sum(person.kind == kind for person in new) for kind in Membership.Kind.values}


def sync_all_roles(*, by: Actor) -> tuple[int, int]:
    """Let each account hold the roles that follow from the roster today; returns (given, ended)."""
    take_charges(by=by)
    return sync_roles(by=by, roles=ROLES, grants=list(_grants(by.school_id)), on=clock.today())


def _new_people(school: School) -> Iterator[Person]:
    taken = usernames_like(f"{school.code}-")
    staff = Staff.objects.of(school).filter(left_on=None).order_by("number")
    students = Student.objects.of(school).filter(left_on=None).order_by("number")
    yield from _numbered(Membership.Kind.STAFF, "T", staff, school, taken)
    yield from _numbered(Membership.Kind.STUDENT, "S", students, school, taken)
    yield from _guardians(school, taken)


def _numbered(
    kind: str, letter: str, rows: Iterable[Staff | Student], school: School, taken: set[str]
) -> Iterator[Person]:
    known = account_names(school.pk, kind)
    for row in rows:
        if row.pk in known:
            continue
        names = (f"{school.code}-{row.number}", *(f"{school.code}-{letter}{n}-{row.number}" for n in range(1, 1000)))
        username = next(name for name in names if name not in taken)
        taken.add(username)
        yield Person(kind=kind, person_id=row.pk, name=row.name, username=username)


def _guardians(school: School, taken: set[str]) -> Iterator[Person]:
    known = account_names(school.pk, Membership.Kind.GUARDIAN)
    last = max((int(match[1]) for name in taken if (match := GUARDIAN.search(name))), default=0)
    links = _live_links(school.pk).select_related("guardian").order_by("student__number", "id")
    seen = set(known)
    for link in links:
        if link.guardian_id in seen:
            continue
        seen.add(link.guardian_id)
        last += 1
        yield Person(
            kind=Membership.Kind.GUARDIAN,
            person_id=link.guardian_id,
            name=link.guardian.name,
            username=f"{school.code}-G{last:04}",
        )


def _rename(by: Actor) -> None:
    """Let accounts carry the names the roster has now."""
    names: dict[uuid.UUID, str] = {}
    for model in (Staff, Student, Guardian):
        names |= dict(model.objects.of(by.school_id).values_list("pk", "name"))
    for person_id, name in person_names(by.school_id):
        if names.get(person_id, name) != name:
            rename_person(by=by, person_id=person_id, name=names[person_id])


def _live_links(school_id: int) -> "QuerySet[Guardianship]":
    live = Q(ends=None) | Q(ends__gte=clock.today())
    rows: QuerySet[Guardianship] = Guardianship.objects.of(school_id).filter(live, student__left_on=None)
    return rows


def _grants(school_id: int) -> Iterator[Grant]:
    here = Staff.objects.of(school_id).filter(left_on=None)
    for pk in _ids(own_staff(school_id)):
        yield Grant(pk, Role.MENTOR)
    for pk in _ids(here.filter(kind__in=OUTSIDE)):  # they reach the students given to them and nothing else
        yield Grant(pk, Role.SOCIAL_MENTOR)
    today = clock.today()
    stood_in = [one.school_class_id for one in ahead(school_id, today) if one.acting and one.starts <= today]
    rooms = SchoolClass.objects.of(school_id).filter(closed_on=None).exclude(homeroom_teacher=None)
    rooms = rooms.exclude(pk__in=stood_in)
    for teacher, room, grade in _homerooms(rooms):
        yield Grant(teacher, Role.HOMEROOM_TEACHER, RoleHeld.Place.CLASS, room, grade)
    for pk in _ids(Student.objects.of(school_id).filter(left_on=None)):
        yield Grant(pk, Role.STUDENT)
    for pk in set(_live_links(school_id).values_list("guardian_id", flat=True)):
        yield Grant(pk, Role.GUARDIAN)


def _homerooms(rooms: "QuerySet[SchoolClass]") -> Iterable[tuple[uuid.UUID, uuid.UUID, uuid.UUID]]:
    return [
        (room.homeroom_teacher_id, room.pk, room.grade_id) for room in rooms if room.homeroom_teacher_id is not None
    ]


def _ids(rows: "QuerySet[Staff] | QuerySet[Student]") -> Iterable[uuid.UUID]:
    return list(rows.values_list("pk", flat=True))
