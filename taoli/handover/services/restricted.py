"""Open the restricted part with the sender's code, once; afterwards it is sealed under each student's own key."""

import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.common.views_log import log_view
from taoli.engine.package import RefusedError, open_restricted
from taoli.handover.models import Arrival, ReceivedStudent
from taoli.handover.queries.received import bound, get_restricted
from taoli.roster.services.sealing import seal_about


def unlock_restricted(*, by: Actor, pk: uuid.UUID, code: str) -> Arrival:
    """Open with the code; Http404 for whoever was not named, TaoliError for another code."""
    found = get_restricted(by, pk)
    if found.restricted is None:
        return found
    try:
        lines = open_restricted(found.package, bytes(found.restricted), code).lines
    except RefusedError:
        raise TaoliError(
            _("This is not the code of this package. Please have it read out again; a slip of the pen is noticed.")
        ) from None
    with change(by=by, action="restricted.open", object_id=pk):
        arrival = Arrival.objects.of(by.school_id).select_for_update().get(pk=pk)
        rows = {one.place: one for one in ReceivedStudent.objects.of(by.school_id).filter(arrival=arrival)}
        log_view(by, "handover.restricted", [one.pk for one in rows.values()], page="handover:restricted_open")
        for place, row in rows.items():
            mine = [one for one in lines if one.student == place]
            for name in ("text", "reason"):
                text = "\n".join(getattr(one, name) for one in mine)
                sealed = f"sealed_{name}"
                setattr(row, sealed, seal_about(by.school_id, row.student_id, text, bound(row, sealed)))
            row.save(update_fields=["sealed_text", "sealed_reason"])
        arrival.restricted, arrival.opened_at = None, clock.now()
        arrival.save(update_fields=["restricted", "opened_at"])
    return arrival
