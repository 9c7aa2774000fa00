"""Opening accounts, giving roles, activating."""

import datetime as dt
import hashlib
import secrets
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.accounts.models import Account, ActivationCode, Membership, RoleHeld
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.keeping import tombstones
from taoli.common.models import School
from taoli.common.policy import Actor, Role
from taoli.common.unit import change

# No 0/O, 1/I/L: the code is read from paper.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10
CODE_DAYS = 60
BATCH = 400


def _hash(code: str) -> str:
    return hashlib.sha256(code.replace("-", "").strip().upper().encode()).hexdigest()


def new_code() -> str:
    """Return a random code as printed: ABCDE-23456."""
    code = "".join(secrets.choice(LETTERS) for _each in range(CODE_LENGTH))
    return f"{code[:5]}-{code[5:]}"


def open_account(
    *, by: Actor, school: School, username: str, person_kind: str, person_id: uuid.UUID, name: str
) -> Account:
    """Open an account for a person of the school, or return the one there is."""
    known = Membership.objects.filter(school=school, person_kind=person_kind, person_id=person_id).first()
    if known:
        return known.account
    with change(by=by, action="account.open", person=person_id) as note:
        account = Account(username=username)
        account.set_unusable_password()
        account.save()
        Membership.objects.create(
            account=account, school=school, person_kind=person_kind, person_id=person_id, name=name
        )
        note.object_id = account.pk
    return account


def give_role(
    *,
    by: Actor,
    account: Account,
    role: Role,
    place_kind: str = RoleHeld.Place.SCHOOL,
    place_id: uuid.UUID | None = None,
    grade_id: uuid.UUID | None = None,
    starts: dt.date | None = None,
    ends: dt.date | None = None,
) -> RoleHeld:
    """Give a role at a place from a day on; a role already held there is left as it is."""
    held = RoleHeld.objects.filter(
        account=account,
        role=role,
        school_id=by.school_id,
        place_kind=place_kind,
        place_id=place_id,
        ends=None,
    ).first()
    if held:
        return held
    with change(by=by, action="role.give", role=role, place=place_id, account=account.pk) as note:
        held = RoleHeld.objects.create(
            account=account,
            role=role,
            school_id=by.school_id,
            place_kind=place_kind,
            place_id=place_id,
            grade_id=grade_id,
            starts=starts or clock.today(),
            ends=ends,
        )
        note.object_id = held.pk
    return held


def end_role(*, by: Actor, held: RoleHeld, on: dt.date) -> None:
    """End a role: the day before `on` is its last, so the reach is gone on that day."""
    with change(by=by, action="role.end", object_id=held.pk, role=held.role):
        held.ends = on - dt.timedelta(days=1)
        held.save(update_fields=["ends"])


def close_account(*, by: Actor, account: Account) -> None:
    """Shut somebody out at once and for good: signed out everywhere, and no older backup lets them in again."""
    with change(by=by, action="account.close", object_id=account.pk):
        account.is_active = False
        account.save(update_fields=["is_active"])
        tombstones.note(account.pk, closed=True)


def reopen_account(*, by: Actor, account: Account) -> None:
    """Let somebody in again who was shut out."""
    with change(by=by, action="account.reopen", object_id=account.pk):
        account.is_active = True
        account.save(update_fields=["is_active"])
        tombstones.note(account.pk, closed=False)


def end_sessions(mark: str, value: str) -> int:
    """Sign out every browser whose session carries this mark, as that of a lost phone; return how many.

    Sessions are sealed texts, so all open ones are looked through: for a rare act, outside of any transaction.
    """
    rows = Session.objects.filter(expire_date__gt=timezone.now()).iterator(chunk_size=BATCH)
    found = [row.session_key for row in rows if row.get_decoded().get(mark) == value]
    Session.objects.filter(session_key__in=found).delete()
    return len(found)


def issue_code(*, by: Actor, account: Account) -> str:
    """Make a new single-use code for the account and return it; older unused codes stop working."""
    code = new_code()
    with change(by=by, action="account.issue_code", object_id=account.pk):
        account.codes.filter(used_at=None).update(used_at=clock.now())
        ActivationCode.objects.create(
            account=account,
            code_hash=_hash(code),
            made_at=clock.now(),
            expires_at=clock.now() + dt.timedelta(days=CODE_DAYS),
        )
    return code


def activate(*, username: str, code: str, password: str) -> Account:
    """Set the first password with a printed code; TaoliError when account and code do not fit."""
    row = (
        ActivationCode.objects.select_related("account")
        .filter(
            account__username=username.strip(),
            code_hash=_hash(code),
            used_at=None,
            expires_at__gt=clock.now(),
        )
        .first()
    )
    place = Membership.objects.filter(account=row.account).first() if row else None
    if row is None or place is None:
        raise TaoliError(_("This account name and code do not fit together, or the code has been used."))
    account = row.account
    validate_password(password, account)
    by = Actor(account_id=account.pk, school_id=place.school_id, person_id=place.person_id, name=place.name)
    with change(by=by, action="account.activate", object_id=account.pk):
        row.used_at = clock.now()
        row.save(update_fields=["used_at"])
        account.set_password(password)
        account.save(update_fields=["password"])
    return account


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to open an account for, and under which name."""

    kind: str
    person_id: uuid.UUID
    name: str
    username: str


@dataclass(frozen=True, slots=True)
class Grant:
    """A role at a place for the account of a person."""

    person_id: uuid.UUID
    role: Role
    place_kind: str = RoleHeld.Place.SCHOOL
    place_id: uuid.UUID | None = None
    grade_id: uuid.UUID | None = None


def open_many(*, by: Actor, people: Sequence[Person]) -> int:
    """Open accounts for people who have none; usernames must be free. One audit row; returns how many."""
    with change(by=by, action="account.open_many", count=len(people)):
        accounts = [Account(username=person.username, password=make_password(None)) for person in people]
        Account.objects.bulk_create(accounts, batch_size=BATCH)
        places = [
            Membership(
                account=account,
                school_id=by.school_id,
                person_kind=person.kind,
                person_id=person.person_id,
                name=person.name,
            )
            for account, person in zip(accounts, people, strict=True)
        ]
        Membership.objects.bulk_create(places, batch_size=BATCH)
    return len(people)


def sync_roles(*, by: Actor, roles: Collection[Role], grants: Sequence[Grant], on: dt.date) -> tuple[int, int]:
    """Let the school's people hold just these grants of the given roles from a day on; returns (given, ended).

    Roles held at other places end the day before; roles given for a time, from a later day on, or by hand for other
    `roles` are left alone.
    """
    accounts = dict(Membership.objects.filter(school_id=by.school_id).values_list("person_id", "account_id"))
    wanted = {
        (accounts[one.person_id], one.role.value, one.place_kind, one.place_id): one.grade_id
        for one in grants
        if one.person_id in accounts
    }
    lasting = Q(ends=None) | Q(ends__gte=on)
    begun = RoleHeld.objects.filter(lasting, school_id=by.school_id, role__in=list(roles), starts__lte=on)
    ordered = sorted(begun, key=lambda row: row.ends is None)
    held = {(row.account_id, row.role, row.place_kind, row.place_id): row for row in ordered}
    given = [
        RoleHeld(
            account_id=account,
            role=role,
            school_id=by.school_id,
            place_kind=kind,
            place_id=place,
            grade_id=grade,
            starts=on,
        )
        for (account, role, kind, place), grade in wanted.items()
        if (account, role, kind, place) not in held
    ]
    ended = [row.pk for key, row in held.items() if key not in wanted and row.ends is None]
    if not given and not ended:
        return 0, 0
    with change(by=by, action="role.sync", given=len(given), ended=len(ended)):
        RoleHeld.objects.bulk_create(given, batch_size=BATCH)
        for start in range(0, len(ended), BATCH):
            RoleHeld.objects.filter(pk__in=ended[start : start + BATCH]).update(ends=on - dt.timedelta(days=1))
    return len(given), len(ended)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A person holds a role from a day to a day."""

    person_id: uuid.UUID
    starts: dt.date
    ends: dt.date | None


def lay_role(
    *,
    by: Actor,
    role: Role,
    place_kind: str,
    place_id: uuid.UUID,
    grade_id: uuid.UUID | None,
    since: dt.date,
    stretches: Sequence[Stretch],
) -> None:
    """Let a role at a place be held from a day on as the stretches say, one after the other; earlier days stay.

    Who goes on from the day before keeps the row; people without an account hold nothing.
    """
    accounts = dict(Membership.objects.filter(school_id=by.school_id).values_list("person_id", "account_id"))
    wanted = [(accounts[one.person_id], one.starts, one.ends) for one in stretches if one.person_id in accounts]
    rows = RoleHeld.objects.filter(school_id=by.school_id, role=role, place_kind=place_kind, place_id=place_id)
    with change(by=by, action="role.lay", role=role, place=place_id, stretches=len(wanted)):
        for row in rows.filter(Q(ends=None) | Q(ends__gte=since)).order_by("starts", "id"):
            going = next((one for one in wanted if one[0] == row.account_id and one[1] == since), None)
            if row.starts < since and going:
                wanted.remove(going)
                row.ends = going[2]
            else:
                row.ends = (max(row.starts, since)) - dt.timedelta(days=1)
            row.save(update_fields=["ends"])
        RoleHeld.objects.bulk_create(
            RoleHeld(
                account_id=account,
                role=role,
                school_id=by.school_id,
                place_kind=place_kind,
                place_id=place_id,
                grade_id=grade_id,
                starts=starts,
                ends=ends,
            )
            for account, starts, ends in wanted
        )


def rename_person(*, by: Actor, person_id: uuid.UUID, name: str) -> None:
    """Let a person's memberships carry the new name; part of the caller's change."""
    Membership.objects.filter(school_id=by.school_id, person_id=person_id).update(name=name)


def withdraw_people(*, school_id: int, person_ids: Sequence[str]) -> None:
    """Let accounts no longer stand for people who never should have come; those nobody has activated go altogether.

    Part of the caller's change.
    """
    for start in range(0, len(person_ids), BATCH):
        places = Membership.objects.filter(school_id=school_id, person_id__in=person_ids[start : start + BATCH])
        accounts = list(places.values_list("account_id", flat=True))
        places.delete()
        unused = Account.objects.filter(
            pk__in=accounts, memberships=None, password__startswith=UNUSABLE_PASSWORD_PREFIX
        )
        unused.delete()


def issue_codes(*, by: Actor, account_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Make a new single-use code for each account; older unused codes stop working. One audit row."""
    codes = {pk: new_code() for pk in account_ids}
    with change(by=by, action="account.issue_codes", accounts=[str(pk) for pk in account_ids]):
        now = clock.now()
        for start in range(0, len(account_ids), BATCH):
            rows = ActivationCode.objects.filter(account_id__in=account_ids[start : start + BATCH], used_at=None)
            rows.update(used_at=now)
        expires = now + dt.timedelta(days=CODE_DAYS)
        rows_new = [
            ActivationCode(account_id=pk, code_hash=_hash(code), made_at=now, expires_at=expires)
            for pk, code in codes.items()
        ]
        ActivationCode.objects.bulk_create(rows_new, batch_size=BATCH)
    return codes
