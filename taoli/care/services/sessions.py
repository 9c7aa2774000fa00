"""Appointments with the counsellor."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from taoli.care.models import SESSION_MOVES, CounsellingSession, Referral
from taoli.care.queries.referrals import get_handled
from taoli.care.services.informing import tell_away
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change

State = CounsellingSession.State


def add_session(*, by: Actor, pk: uuid.UUID, starts: dt.datetime, place: str) -> CounsellingSession:
    """Agree an appointment with a student in one's care; the mentor is told "away from class".

    TaoliError: it lies in the past, has no place, or the student is not in one's care.
    """
    with change(by=by, action="session.add") as note:
        referral = get_handled(by, pk)
        if referral.state != Referral.State.CARE:
            raise TaoliError(_("Please take the student on first; then appointments can be agreed."))
        if starts <= clock.now():
            raise TaoliError(_("This moment has passed. Please choose one that is still to come."))
        if not place.strip():
            raise TaoliError(_("Please write where."))
        row = CounsellingSession.objects.create(
            school_id=by.school_id, referral=referral, starts=starts, place=place.strip()[:60], entered_at=clock.now()
        )
        note.object_id = row.pk
        tell_away(by=by, row=row)
    return row


def move_session(*, by: Actor, pk: uuid.UUID, to: str) -> CounsellingSession:
    """Say what became of an appointment. TaoliError: it has not begun; ConflictError: it is settled already."""
    with change(by=by, action="session.move", object_id=pk, to=to):
        rows = CounsellingSession.objects.of(by.school_id).filter(pk=pk).select_related("referral__student")
        row = rows.get()
        get_handled(by, row.referral_id)
        if to not in State.values or State(to) not in SESSION_MOVES[State(row.state)]:
            raise ConflictError(_("This appointment has been settled meanwhile. Please look again."))
        if to != State.OFF and row.starts > clock.now():
            raise TaoliError(_("The appointment has not begun yet; it can only be called off."))
        row.state = to
        row.save(update_fields=["state"])
        if to == State.OFF and row.starts > clock.now():
            tell_away(by=by, row=row, off=True)
    return row
