"""The school's own keys, opened for those who sign or open a package."""

import base64
import json

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.sealed import unseal
from taoli.engine.package import SchoolCard, SchoolKeys, card_text, fingerprint
from taoli.handover.models import ExchangeKey


def place_of_keys(school_id: int) -> str:
    """Return what the sealed keys are bound to."""
    return f"{school_id}/exchange-keys"


def key_row(school_id: int) -> ExchangeKey | None:
    """Return the school's row of keys; None before the first are made."""
    return ExchangeKey.objects.of(school_id).first()


def own_keys(school_id: int) -> SchoolKeys:
    """Return the private keys; TaoliError: none yet, or the key outside the database is another one."""
    row = key_row(school_id)
    if row is None:
        raise TaoliError(_("This school has no exchange keys yet. Please open “Partner schools” once."))
    plain = json.loads(unseal(row.sealed, place_of_keys(school_id)))
    return SchoolKeys(sign=base64.b64decode(plain["sign"]), box=base64.b64decode(plain["box"]))


def own_card(school_id: int, address: str = "") -> str:
    """Return the school's own card as one line, empty before there are keys."""
    row, school = key_row(school_id), School.objects.get(pk=school_id)
    if row is None:
        return ""
    card = SchoolCard(
        format="taoli-school",
        version=1,
        code=school.code,
        name=school.name,
        sign_key=row.sign_key,
        box_key=row.box_key,
        address=address,
    )
    return card_text(card)


def own_fingerprint(school_id: int) -> str:
    """Return the fingerprint of the own keys, empty before there are any."""
    row = key_row(school_id)
    return fingerprint(row.sign_key, row.box_key) if row else ""
