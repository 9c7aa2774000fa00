"""Opening accounts, giving roles, activating."""

import datetime as dt
import hashlib
import secrets
import uuid

from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _

from taoli.accounts.models import Account, ActivationCode, Membership, RoleHeld
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, Role
from taoli.common.unit import change

# No 0/O, 1/I/L: the code is read from paper.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10
CODE_DAYS = 60


def _hash(code: str) -> str:
    return hashlib.sha256(code.replace("-", "").strip().upper().encode()).hexdigest()


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


def issue_code(*, by: Actor, account: Account) -> str:
    """Make a new single-use code for the account and return it; older unused codes stop working."""
    code = "".join(secrets.choice(LETTERS) for _each in range(CODE_LENGTH))
    with change(by=by, action="account.issue_code", object_id=account.pk):
        account.codes.filter(used_at=None).update(used_at=clock.now())
        ActivationCode.objects.create(
            account=account,
            code_hash=_hash(code),
            made_at=clock.now(),
            expires_at=clock.now() + dt.timedelta(days=CODE_DAYS),
        )
    return f"{code[:5]}-{code[5:]}"


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
