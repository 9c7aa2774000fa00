"""Who is signed in, and as whom."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.hashers import is_password_usable
from django.db.models import Count, Q

from taoli.accounts.models import Account, Membership, RoleHeld
from taoli.accounts.phrases import ROLES
from taoli.common.policy import Actor, Held, Role


def memberships_of(account: Account) -> list[Membership]:
    """Return the account's places, school by school; asked for once a request, as the account is loaded once."""
    kept = vars(account)
    if "places" not in kept:
        rows = Membership.objects.filter(account=account).select_related("school")
        kept["places"] = list(rows.order_by("school_id", "id"))
    found: list[Membership] = kept["places"]
    return found


def get_actor(account: Account, membership_id: str | None, on: dt.date) -> tuple[Actor, Membership] | None:
    """Return the actor for the chosen membership (or the first), with the roles held on the day; None if none."""
    places = memberships_of(account)
    if not places:
        return None
    place = next((one for one in places if str(one.pk) == membership_id), places[0])
    return actor_for(place, on), place


def actor_for(place: Membership, on: dt.date) -> Actor:
    """Build the actor of a membership on a day."""
    held = RoleHeld.objects.filter(
        Q(ends=None) | Q(ends__gte=on), account_id=place.account_id, school_id=place.school_id, starts__lte=on
    ).order_by("starts", "id")
    return Actor(
        account_id=place.account_id,
        school_id=place.school_id,
        person_kind=place.person_kind,
        person_id=place.person_id,
        name=place.name,
        roles=tuple(_held(row) for row in held),
    )


def actor_of_account(account_id: uuid.UUID, school_id: int, on: dt.date) -> Actor:
    """Return the actor of an account in a school, for work done after the request is over."""
    return actor_for(Membership.objects.filter(account_id=account_id, school_id=school_id).order_by("id")[0], on)


def _held(row: RoleHeld) -> Held:
    class_id = row.place_id if row.place_kind == RoleHeld.Place.CLASS else None
    grade_id = row.place_id if row.place_kind == RoleHeld.Place.GRADE else row.grade_id
    return Held(role=Role(row.role), class_id=class_id, grade_id=grade_id)


def account_names(school_id: int, kind: str) -> dict[uuid.UUID, str]:
    """Return person id → account name for the people of one kind."""
    rows = Membership.objects.filter(school_id=school_id, person_kind=kind)
    return dict(rows.values_list("person_id", "account__username"))


def person_names(school_id: int) -> list[tuple[uuid.UUID, str]]:
    """Return (person id, name as the account carries it) of everybody with an account in the school."""
    return list(Membership.objects.filter(school_id=school_id).values_list("person_id", "name"))


@dataclass(frozen=True, slots=True)
class Holder:
    """A person's account: `active` once a password has been set."""

    account_id: uuid.UUID
    username: str
    active: bool


def holders(school_id: int, kind: str) -> dict[uuid.UUID, Holder]:
    """Return person id → account for the people of one kind."""
    rows = Membership.objects.filter(school_id=school_id, person_kind=kind).values_list(
        "person_id", "account_id", "account__username", "account__password"
    )
    return {
        person: Holder(account, username, is_password_usable(password)) for person, account, username, password in rows
    }


def usernames_like(start: str) -> set[str]:
    """Return the account names that begin so, of any school."""
    return set(Account.objects.filter(username__startswith=start).values_list("username", flat=True))


def demo_doors() -> list[dict[str, str]]:
    """Return {role, words, name} of each demo account ("demo-<role>"), in the order of roles, for the sign-in page."""
    rows = Membership.objects.filter(account__username__startswith="demo-").select_related("account")
    names = {row.account.username.removeprefix("demo-"): row.name for row in rows}
    return [{"role": role.value, "words": str(ROLES[role]), "name": names[role]} for role in Role if role in names]


def role_counts(school_id: int, on: dt.date) -> dict[Role, int]:
    """Return how many accounts hold each role in the school on the day."""
    rows = RoleHeld.objects.filter(school_id=school_id, starts__lte=on).exclude(ends__lt=on)
    held = rows.values_list("role").annotate(n=Count("account", distinct=True))
    return {Role(role): number for role, number in held}


def people_with(school_id: int, roles: Collection[Role], on: dt.date) -> set[uuid.UUID]:
    """Return the people who hold one of the roles anywhere in the school on the day; one query."""
    held = RoleHeld.objects.filter(school_id=school_id, role__in=roles, starts__lte=on).exclude(ends__lt=on)
    rows = Membership.objects.filter(school_id=school_id, account__in=held.values("account"))
    return set(rows.values_list("person_id", flat=True))


def may_still_enter(account_id: uuid.UUID, school_id: int, *, person_id: uuid.UUID) -> bool:
    """Say whether an open account still stands for the person in the school."""
    places = Membership.objects.filter(account_id=account_id, school_id=school_id, person_id=person_id)
    return places.filter(account__is_active=True).exists()
