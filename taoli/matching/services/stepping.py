"""The round a step's work is done in: locked, and only while the step is open."""

import uuid

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound
from taoli.matching.queries.work import works


def open_step(by: Actor, round_id: uuid.UUID, kind: str) -> ChoiceRound:
    """Return the round, locked until the end of the change; TaoliError when the step is not the actor's now."""
    rows = ChoiceRound.objects.of(by.school_id).select_for_update(of=("self",)).select_related("scheme")
    choice = rows.get(pk=round_id)
    if not works(by, choice, kind):
        raise TaoliError(_("This step is not open to you now; nothing has been changed."))
    return choice
