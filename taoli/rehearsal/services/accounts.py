"""The demo's accounts: one person for each role, named demo-<role>; nobody has a password, only doors."""

import uuid
from dataclasses import dataclass

from taoli.accounts.models import Account, Membership, RoleHeld
from taoli.accounts.services import give_role, open_account
from taoli.common.policy import Role
from taoli.common.unit import change
from taoli.rehearsal.services.people import Loaded
from taoli.rehearsal.services.terms import TERM_STARTS


@dataclass(frozen=True)
class Held:
    """A role at a place."""

    role: Role
    place_kind: str = RoleHeld.Place.SCHOOL
    place_id: uuid.UUID | None = None
    grade_id: uuid.UUID | None = None


def open_big(loaded: Loaded) -> None:
    """Give the big school's cast their accounts: a person for each role, all others of the staff as mentors."""
    room = loaded.made.classes[0]
    rooms, grade = loaded.classes[room.name], loaded.grades[room.grade]
    mentor = Held(Role.MENTOR)
    homeroom = Held(Role.HOMEROOM_TEACHER, RoleHeld.Place.CLASS, rooms.pk, grade.pk)
    lead = Held(Role.GRADE_LEAD, RoleHeld.Place.GRADE, grade.pk)
    offices = loaded.made.offices
    with change(by=loaded.by, action="rehearsal.open_accounts"):
        staff(loaded, "mentor", offices["mentor"], mentor)
        staff(loaded, "homeroom_teacher", room.homeroom, homeroom, mentor)
        staff(loaded, "grade_lead", loaded.made.grade_leads[room.grade], lead, mentor)
        for office in (Role.MORAL_OFFICE, Role.PRINCIPAL, Role.ASSESSOR, Role.COUNSELLOR, Role.ADMIN):
            staff(loaded, office.value, offices[office], Held(office))


def open_family(loaded: Loaded, number: str) -> None:
    """Give a student and the first of the student's guardians their accounts."""
    made = next(one for one in loaded.made.students if one.number == number)
    guardian = loaded.guardians[made.guardians[0].phone]
    with change(by=loaded.by, action="rehearsal.open_accounts"):
        _open(loaded, "student", Membership.Kind.STUDENT, loaded.students[number].pk, made.name, Held(Role.STUDENT))
        _open(loaded, "guardian", Membership.Kind.GUARDIAN, guardian.pk, guardian.name, Held(Role.GUARDIAN))


def open_small(loaded: Loaded) -> None:
    """Give the second school's office, a mentor and a student who has not chosen yet their accounts."""
    made = loaded.made.students[0]
    with change(by=loaded.by, action="rehearsal.open_accounts"):
        staff(loaded, "small-moral_office", loaded.made.offices["moral_office"], Held(Role.MORAL_OFFICE))
        staff(loaded, "small-mentor", loaded.made.offices["mentor"], Held(Role.MENTOR))
        pk = loaded.students[made.number].pk
        _open(loaded, "small-student", Membership.Kind.STUDENT, pk, made.name, Held(Role.STUDENT))


def staff(loaded: Loaded, door: str, number: str, *held: Held) -> Account:
    """Open a member of staff's account behind a door."""
    one = loaded.staff[number]
    return _open(loaded, door, Membership.Kind.STAFF, one.pk, one.name, *held)


def _open(loaded: Loaded, door: str, kind: str, person_id: uuid.UUID, name: str, *roles: Held) -> Account:
    account = open_account(
        by=loaded.by,
        school=loaded.school,
        username=f"demo-{door}",
        person_kind=kind,
        person_id=person_id,
        name=name,
    )
    for held in roles:
        give_role(
            by=loaded.by,
            account=account,
            role=held.role,
            place_kind=held.place_kind,
            place_id=held.place_id,
            grade_id=held.grade_id,
            starts=TERM_STARTS,
        )
    return account
