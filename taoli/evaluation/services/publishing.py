"""Publishing an appraisal: frozen, with a checksum."""

import uuid

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.queries.checksum import checksum
from taoli.evaluation.services.drafting import locked


def publish(*, by: Actor, run_id: uuid.UUID) -> AppraisalRun:
    """Freeze the appraisal with a checksum; TaoliError while items wait for a tick."""
    with change(by=by, action="appraisal.publish", object_id=run_id) as note:
        run = locked(by, run_id)
        sheets = list(AppraisalSheet.objects.of(by.school_id).filter(run=run))
        _ready(sheets)
        run.state = AppraisalRun.State.PUBLISHED
        run.published_at = clock.now()
        run.checksum = checksum(sheets)
        run.edit += 1
        run.save(update_fields=["state", "published_at", "checksum", "edit"])
        note.data |= {"sheets": len(sheets), "checksum": run.checksum}
    return run


def _ready(sheets: list[AppraisalSheet]) -> None:
    if not sheets:
        raise TaoliError(_("There is nothing to publish yet. Draft the appraisal first."))
    waiting = sum(any(item["state"] == "waiting" for item in sheet.items) for sheet in sheets)
    if waiting:
        raise TaoliError(
            ngettext(
                "%(count)s mentor still waits for an assessor's tick.",
                "%(count)s mentors still wait for an assessor's tick.",
                waiting,
            )
            % {"count": waiting}
        )
