"""Publishing an appraisal: frozen, with a checksum."""

import uuid
from collections.abc import Iterable

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, Objection
from taoli.evaluation.queries.checksum import checksum
from taoli.evaluation.services.drafting import locked
from taoli.notifications.services import To, notify

State = AppraisalRun.State


def publish(*, by: Actor, run_id: uuid.UUID, early: bool = False) -> AppraisalRun:
    """Freeze the appraisal with a checksum and tell the mentors.

    TaoliError: published already, not shown to the mentors yet, items that wait for a tick, objections without an
    answer, days for objections that are still to come unless `early`.
    """
    with change(by=by, action="appraisal.publish", object_id=run_id) as note:
        run = locked(by, run_id, State.DRAFT, State.SHOWN)
        sheets = list(AppraisalSheet.objects.of(by.school_id).filter(run=run))
        nobody_waits(sheets)
        _heard(run, early=early)
        run.state = State.PUBLISHED
        run.published_at = clock.now()
        run.checksum = checksum(sheets)
        run.edit += 1
        run.save(update_fields=["state", "published_at", "checksum", "edit"])
        note.data |= {"sheets": len(sheets), "checksum": run.checksum, "early": early}
        to = [To("staff", sheet.mentor_id) for sheet in sheets]
        notify(by=by, to=to, kind="appraisal_published", about=run.pk, link=reverse("evaluation:my_sheet"))
    return run


def nobody_waits(sheets: Iterable[AppraisalSheet]) -> None:
    """TaoliError while there is no sheet, or an item waits for a tick."""
    found = list(sheets)
    if not found:
        raise TaoliError(_("There is nothing to publish yet. Draft the appraisal first."))
    waiting = sum(any(item["state"] == "waiting" for item in sheet.items) for sheet in found)
    if waiting:
        raise TaoliError(
            ngettext(
                "%(count)s mentor still waits for an assessor's tick.",
                "%(count)s mentors still wait for an assessor's tick.",
                waiting,
            )
            % {"count": waiting}
        )


def _heard(run: AppraisalRun, *, early: bool) -> None:
    if run.state != State.SHOWN or run.objects_until is None:
        raise TaoliError(_("Please show the mentors their sheets first, so that they can object."))
    rows = Objection.objects.of(run.school_id).filter(sheet__run=run, state=Objection.State.OPEN)
    if count := rows.count():
        raise TaoliError(
            ngettext(
                "%(count)s objection still waits for an answer.",
                "%(count)s objections still wait for an answer.",
                count,
            )
            % {"count": count}
        )
    if clock.today() <= run.objects_until and not early:
        day = date_format(run.objects_until, "DATE_FORMAT")
        raise TaoliError(_("Objections can still be raised until %(day)s. Say below that all is said.") % {"day": day})
