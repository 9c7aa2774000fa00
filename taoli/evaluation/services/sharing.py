"""Showing the sheets to the mentors, each the own one, with days in which to object; and taking them back."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, Objection
from taoli.evaluation.services.drafting import locked
from taoli.evaluation.services.publishing import nobody_waits
from taoli.notifications.services import To, notify

State = AppraisalRun.State


def share(*, by: Actor, run_id: uuid.UUID, until: dt.date) -> AppraisalRun:
    """Show every mentor the own sheet from today; objections are taken until the end of a day. The mentors are told.

    TaoliError: not a draft, items that wait, a day that has passed.
    """
    today = clock.today()
    if until < today:
        raise TaoliError(_("The last day for objections has passed already. Please choose a later one."))
    with change(by=by, action="appraisal.share", object_id=run_id, until=until.isoformat()) as note:
        run = locked(by, run_id)
        sheets = list(AppraisalSheet.objects.of(by.school_id).filter(run=run))
        nobody_waits(sheets)
        run.state, run.shown_at = State.SHOWN, clock.now()
        run.objects_from, run.objects_until = today, until
        run.edit += 1
        run.save(update_fields=["state", "shown_at", "objects_from", "objects_until", "edit"])
        note.data["sheets"] = len(sheets)
        tell(by=by, mentors=(one.mentor_id for one in sheets), run=run, kind="appraisal_shown")
    return run


def recall(*, by: Actor, run_id: uuid.UUID) -> AppraisalRun:
    """Take the sheets back to a draft, to mend something; TaoliError once a mentor has objected."""
    with change(by=by, action="appraisal.recall", object_id=run_id):
        run = locked(by, run_id, State.SHOWN)
        rows = Objection.objects.of(by.school_id)
        known = dict(rows.filter(sheet__run=run).values_list("pk", "state"))
        if set(known.values()) - {Objection.State.WITHDRAWN}:
            raise TaoliError(_("Mentors have objected already; their objections need an answer first and stay."))
        rows.filter(pk__in=list(known)).delete()
        run.state, run.shown_at, run.objects_from, run.objects_until = State.DRAFT, None, None, None
        run.edit += 1
        run.save(update_fields=["state", "shown_at", "objects_from", "objects_until", "edit"])
    return run


def tell(*, by: Actor, mentors: Iterable[uuid.UUID], run: AppraisalRun, kind: str) -> None:
    """Tell the mentors of an appraisal, in the caller's transaction."""
    until = run.objects_until.isoformat() if run.objects_until else ""
    notify(
        by=by,
        to=[To("staff", one) for one in mentors],
        kind=kind,
        about=f"{run.pk}:{run.edit}",
        params={"until": until},
        link=reverse("evaluation:my_sheet"),
    )
