"""Finding a student or a colleague by what somebody types, and who holds an office today."""

import re
import uuid
from collections.abc import Collection

from django.utils.translation import gettext as _

from taoli.accounts.models import Membership, RoleHeld
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Role
from taoli.roster.models import Staff, Student
from taoli.roster.queries.students import guardians_of

BETWEEN = re.compile(r"[\s、，,；;]+")


def student_called(school_id: int, name: str, room: str = "") -> Student:
    """Return the present student of this whole name, of the class if one is given.

    TaoliError: there is none, or there are two of that name.
    """
    rows = Student.objects.of(school_id).filter(name="".join(name.split()), left_on=None)
    if said := "".join(room.split()):
        rows = rows.filter(school_class__name=said)
    found = list(rows.select_related("school_class", "mentor")[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise TaoliError(_("There are two students of this name. Please write the class, too."))
    raise TaoliError(
        _("No student of this name is on the roster. Please write the whole name, and the class as it is.")
    )


def staff_called(school_id: int, names: str) -> tuple[list[Staff], list[str]]:
    """Return the staff of these whole names, and the names that are nobody's; of two of one name, both."""
    wanted = [one for one in BETWEEN.split(names.strip()) if one]
    found = list(Staff.objects.of(school_id).filter(name__in=wanted).order_by("number", "id"))
    known = {one.name for one in found}
    return found, [one for one in dict.fromkeys(wanted) if one not in known]


def staff_of_family(student: Student) -> list[Staff]:
    """Return the staff who are, by name or telephone, one of the student's guardians."""
    ties = guardians_of(student.school_id, [student.pk]).get(student.pk, [])
    names = {tie.guardian.name for tie in ties}
    phones = {tie.guardian.phone for tie in ties} - {""}
    rows = Staff.objects.of(student.school_id)
    return list((rows.filter(name__in=names) | rows.filter(phone__in=phones)).order_by("number", "id"))


def office_of(school_id: int, roles: Collection[Role]) -> list[tuple[str, uuid.UUID]]:
    """Return (role, id of the staff) of everybody who holds one of the roles today and is still at the school."""
    today = clock.today()
    held = RoleHeld.objects.filter(school_id=school_id, role__in=list(roles), starts__lte=today).exclude(ends__lt=today)
    accounts = list(held.values_list("account_id", "role"))
    people = Membership.objects.filter(
        school_id=school_id, person_kind=Membership.Kind.STAFF, account__in=[account for account, _role in accounts]
    )
    persons = dict(people.values_list("account_id", "person_id"))
    present = set(
        Staff.objects.of(school_id).filter(pk__in=persons.values(), left_on=None).values_list("pk", flat=True)
    )
    found = [(role, persons[account]) for account, role in accounts if persons.get(account) in present]
    return sorted(set(found), key=lambda one: (one[0], str(one[1])))
