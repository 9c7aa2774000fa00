"""A student asks the office for another mentor; nobody but the office learns of it."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor, Role
from taoli.common.unit import change
from taoli.engine.scheme.vocabulary import EndReason
from taoli.matching.models import ChangeAsk, YearChange
from taoli.matching.queries.shifts import Shift
from taoli.matching.services.shifting import Order, rearrange

State = ChangeAsk.State


def ask_change(*, by: Actor, student_id: uuid.UUID, reason: str) -> ChangeAsk:
    """Ask for another mentor; the audit says that somebody asked, not about whom. TaoliError: asked already."""
    with change(by=by, action="change.ask") as note:
        row = ChangeAsk(
            school_id=by.school_id,
            student_id=student_id,
            guardian=by.holds(Role.GUARDIAN),
            reason=reason.strip()[:500],
            asked_at=clock.now(),
        )
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise TaoliError(_("The office has this request already and will answer.")) from None
        note.object_id = row.pk
    return row


def take_back_ask(*, by: Actor, pk: uuid.UUID) -> None:
    """Take one's request back, with its reason."""
    with change(by=by, action="change.take_back", object_id=pk):
        _close(_open(by, pk), State.WITHDRAWN, "")


def answer_ask(
    *,
    by: Actor,
    pk: uuid.UUID,
    answer: str,
    granted: bool,
    starts: dt.date,
    shift: Shift | None = None,
    beyond: bool = False,
) -> ChangeAsk:
    """Answer a request; when granted, the pairing changes from a day on. The reason is erased.

    TaoliError: granted without another mentor, and whatever a change of pairings refuses.
    """
    with change(by=by, action="change.answer", object_id=pk, granted=granted):
        row = _open(by, pk)
        if granted:
            if shift is None or shift.mentor_id is None:
                raise TaoliError(_("Please choose the new mentor."))
            order = Order(kind=YearChange.Kind.ASKED, starts=starts, reason=EndReason.MENTOR_CHANGED, beyond=beyond)
            rearrange(by=by, order=order, shifts=[shift])
        _close(row, State.GRANTED if granted else State.DECLINED, answer.strip()[:300])
    return row


def settle_asks(*, by: Actor, student_ids: Collection[uuid.UUID]) -> int:
    """Close the requests of students whom a round has just placed, and erase their reasons; returns how many."""
    wanted = set(student_ids)
    rows = ChangeAsk.objects.of(by.school_id).filter(state=State.OPEN)
    found = [row for row in rows if row.student_id in wanted]
    for row in found:
        _close(row, State.SETTLED, "")
    return len(found)


def _open(by: Actor, pk: uuid.UUID) -> ChangeAsk:
    row = ChangeAsk.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.state != State.OPEN:
        raise ConflictError(_("This request has been answered or taken back already."))
    return row


def _close(row: ChangeAsk, state: str, answer: str) -> None:
    row.state, row.answer, row.reason, row.answered_at = state, answer, "", clock.now()
    row.save(update_fields=["state", "answer", "reason", "answered_at"])
