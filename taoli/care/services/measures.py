"""The plan of a case: measures with owner and day, done with a note or dropped."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from taoli.care.models import CareCase, CaseMeasure
from taoli.care.permissions.cases import MEASURE
from taoli.care.services.steps import here, leads, locked, must_be, must_work, settles
from taoli.care.services.telling import tell_measure
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change

MOST = 200


def plan_measure(
    *, by: Actor, case_id: uuid.UUID, text: str, owner_id: uuid.UUID | None, due_on: dt.date | None
) -> CaseMeasure:
    """Add a measure to the plan of an open case: what, by whom, by when; the owner is told.

    TaoliError: no words, nobody named or somebody who has left, no day or one that is past.
    """
    with change(by=by, action="measure.plan") as note:
        case = locked(by, case_id)
        must_work(by, case)
        must_be(case, CareCase.State.OPEN)
        words = " ".join(text.split())
        if not words:
            raise TaoliError(_("Please write what is to be done."))
        if len(words) > MOST:
            raise TaoliError(_("At most %(count)s characters, please.") % {"count": MOST})
        owner = here(by, owner_id, _("Please name who does it."))
        if due_on is None or due_on < clock.today():
            raise TaoliError(_("Please choose a day from today on."))
        row = CaseMeasure.objects.create(school_id=by.school_id, case=case, text=words, owner=owner, due_on=due_on)
        note.object_id = row.pk
        tell_measure(by, case, row)
    return row


def settle_measure(*, by: Actor, pk: uuid.UUID, note: str = "") -> CaseMeasure:
    """Say that one's measure is done, and how it went, if one likes. TaoliError: not the actor's own."""
    with change(by=by, action="measure.settle", object_id=pk):
        row = _open(by, pk)
        if not (MEASURE.can(by, "settle", row) or leads(by, row.case) or settles(by, row.case)):
            raise TaoliError(_("Only whoever does this measure, or leads the case, can say that it is done."))
        row.done_on, row.note = clock.today(), " ".join(note.split())[:MOST]
        row.save(update_fields=["done_on", "note"])
    return row


def drop_measure(*, by: Actor, pk: uuid.UUID) -> CaseMeasure:
    """Take a measure out of the plan that is not needed any more."""
    with change(by=by, action="measure.drop", object_id=pk):
        row = _open(by, pk)
        must_work(by, row.case)
        row.dropped_at = clock.now()
        row.save(update_fields=["dropped_at"])
    return row


def _open(by: Actor, pk: uuid.UUID) -> CaseMeasure:
    rows = CaseMeasure.objects.of(by.school_id).filter(pk=pk, done_on=None, dropped_at=None)
    row: CaseMeasure | None = rows.select_for_update(of=("self",)).select_related("case").first()
    if row is None:
        raise ConflictError(_("This measure has been changed meanwhile. Please look again."))
    return row
