"""Ending a pairing."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme.vocabulary import EndReason
from taoli.matching.models import Pairing
from taoli.roster.services.students import set_mentors


def end_pairing(*, by: Actor, pk: uuid.UUID, on: dt.date, reason: str, note: str = "") -> Pairing:
    """End a pairing with `on` as its last day and a reason code (EndReason); the student then has no mentor.

    TaoliError: ended already, a day before it began or after today, an unknown reason, "other" without words.
    """
    with change(by=by, action="pairing.end", object_id=pk, on=on, reason=reason):
        row = Pairing.objects.of(by.school_id).select_for_update().get(pk=pk)
        if row.ends is not None:
            raise TaoliError(_("This pairing has ended already."))
        if on < row.starts:
            raise TaoliError(_("The last day cannot be before the pairing began, on %(day)s.") % {"day": row.starts})
        if on > clock.today():
            raise TaoliError(_("The last day cannot lie in the future."))
        if reason not in {known.value for known in EndReason}:
            raise TaoliError(_("Please choose a reason from the list."))
        if reason == EndReason.OTHER and not note.strip():
            raise TaoliError(_("Please say in a few words what the other reason is."))
        row.ends, row.end_reason = on, reason
        row.reason = note.strip()[:200] or row.reason
        row.save(update_fields=["ends", "end_reason", "reason"])
        set_mentors(by=by, mentor_by_student={row.student_id: None})
    return row
