"""Make the school's own keys, once."""

import base64
import json
import os

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.sealed import seal
from taoli.common.unit import change
from taoli.engine.package import new_keys, public_keys
from taoli.handover.models import ExchangeKey
from taoli.handover.queries.keys import key_row, place_of_keys


def ensure_keys(*, by: Actor) -> ExchangeKey:
    """Return the school's row of keys, made at the first call; the private halves are sealed at once."""
    if found := key_row(by.school_id):
        return found
    keys = new_keys(os.urandom)
    sign, box = public_keys(keys)
    plain = {"sign": base64.b64encode(keys.sign).decode(), "box": base64.b64encode(keys.box).decode()}
    sealed = seal(json.dumps(plain), place_of_keys(by.school_id))
    with change(by=by, action="exchange_keys.make") as note:
        row, made = ExchangeKey.objects.of(by.school_id).get_or_create(
            school_id=by.school_id,
            defaults={"sign_key": sign, "box_key": box, "sealed": sealed, "made_at": clock.now()},
        )
        note.data["made"] = made
    return row
