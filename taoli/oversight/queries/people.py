"""Who works at the bureau."""

from dataclasses import dataclass

from django.db.models import Q

from taoli.accounts.models import Membership, RoleHeld
from taoli.accounts.phrases import ROLES
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.oversight.permissions import PERSON
from taoli.roster.models import Staff


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of the bureau: name, roles in words, the account's name, whether the code was used."""

    row: Staff
    username: str
    roles: str
    active: bool


def people(actor: Actor) -> list[PersonRow]:
    """Return the people of the bureau who have a role today, by number; three reads."""
    if not PERSON.may(actor, "view"):
        return []
    today = clock.today()
    rows = Staff.objects.of(actor.school_id).filter(left_on=None).order_by("number")
    places = Membership.objects.filter(school_id=actor.school_id, person_kind=Membership.Kind.STAFF)
    accounts = {one.person_id: one.account for one in places.select_related("account")}
    on = Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today))
    held: dict[object, list[str]] = {}
    for account, role in RoleHeld.objects.filter(on, school_id=actor.school_id).values_list("account_id", "role"):
        held.setdefault(account, []).append(str(ROLES[role]))
    return [
        PersonRow(
            one,
            accounts[one.pk].get_username(),
            "、".join(sorted(held.get(accounts[one.pk].pk, []))),
            accounts[one.pk].has_usable_password(),
        )
        for one in rows
        if one.pk in accounts and held.get(accounts[one.pk].pk)
    ]


def next_number(school_id: int) -> str:
    """Return the next free staff number of the bureau: B004 after B003."""
    taken = set(Staff.objects.of(school_id).values_list("number", flat=True))
    return next(number for n in range(1, 10_000) if (number := f"B{n:03}") not in taken)
