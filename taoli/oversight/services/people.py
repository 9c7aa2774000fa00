"""The people of a bureau."""

import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.accounts import services as accounts
from taoli.accounts.models import Membership, RoleHeld
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, Role
from taoli.common.unit import change, unit_of_work
from taoli.oversight.queries.people import next_number
from taoli.oversight.services.bureaus import add_person
from taoli.roster.models import Staff


@dataclass(frozen=True, slots=True)
class Slip:
    """What somebody new needs to sign in for the first time; told once."""

    name: str
    username: str
    code: str


def welcome(*, by: Actor, name: str, role: Role) -> Slip:
    """Take somebody into the bureau as officer, reviewer or station staff; returns the slip with the code.

    Two officers who do so at once take turns, or both would get the same number.
    """
    if role not in {Role.OFFICER, Role.REVIEWER, Role.STATION_STAFF}:
        raise TaoliError(_("Please choose one of the roles of a bureau."))
    with unit_of_work():
        bureau = School.objects.select_for_update().get(pk=by.school_id)
        number = next_number(by.school_id)
        username = f"{bureau.code}-{number.lower()}"
        account = add_person(by=by, bureau=bureau, number=number, name=name.strip(), role=role, username=username)
        return Slip(name.strip(), account.get_username(), accounts.issue_code(by=by, account=account))


def farewell(*, by: Actor, pk: uuid.UUID | None) -> None:
    """End the roles of somebody at the bureau as of today; what was done stays.

    TaoliError: nobody chosen, nobody of the bureau, or oneself.
    """
    row = Staff.objects.of(by.school_id).filter(pk=pk, left_on=None).first() if pk else None
    if row is None or row.pk == by.person_id:
        raise TaoliError(_("Please choose somebody else of the bureau."))
    with change(by=by, action="bureau.farewell", object_id=pk):
        row.left_on = clock.today()
        row.save(update_fields=["left_on"])
        place = Membership.objects.filter(school_id=by.school_id, person_kind="staff", person_id=row.pk).first()
        held = RoleHeld.objects.filter(school_id=by.school_id, account_id=place.account_id, ends=None) if place else ()
        for one in held:
            accounts.end_role(by=by, held=one, on=clock.today())
