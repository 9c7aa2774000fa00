"""Opening the night-duty card without being on duty: a reason, the audit log, and the office is told."""

import datetime as dt
import uuid
from collections.abc import MutableMapping
from typing import Any

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor, Role
from taoli.common.unit import change
from taoli.guidance.queries.adults import holders_of
from taoli.home.queries.night import OPENED
from taoli.notifications.services import To, notify

OPEN_FOR = dt.timedelta(minutes=30)
SHORTEST = 4


def break_glass(*, by: Actor, session: MutableMapping[str, Any], reason: str) -> None:
    """Open the card for half an hour in this browser; reason and person go into the audit log.

    TaoliError: hardly any reason was given.
    """
    if len(reason.strip()) < SHORTEST:
        raise TaoliError(_("Please give the reason; it is kept and the office is told."))
    now = clock.now()
    with change(by=by, action="night_card.open_without_duty", object_id=by.person_id, reason=reason.strip()):
        others = [pk for pk in holders_of(by.school_id, Role.MORAL_OFFICE) if pk != by.person_id]
        notify(
            by=by,
            to=[To("staff", pk) for pk in others],
            kind="night_card",
            about=uuid.uuid4(),
            params={"mentor": str(by.person_id)},
        )
    session[OPENED] = [by.school_id, (now + OPEN_FOR).isoformat()]
