"""First meetings: when, where, held."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, FirstMeeting
from taoli.matching.queries.closing import round_pairings
from taoli.matching.queries.meetings import EARLIEST, LATEST
from taoli.matching.services.ending import close_if_all
from taoli.matching.services.telling import tell_meeting


def set_meeting(
    *, by: Actor, round_id: uuid.UUID, at: dt.datetime, place: str, mentor_id: uuid.UUID | None = None
) -> FirstMeeting:
    """Say when and where a mentor (everybody, without one) first meets the students; once published, all are told.

    TaoliError: before 7:00, after 18:00, or outside the term.
    """
    local = timezone.localtime(at)
    if not EARLIEST <= local.time() <= LATEST:
        raise TaoliError(_("Please choose a time between 7:00 and 18:00."))
    with change(by=by, action="meeting.set", object_id=round_id, at=at, mentor=mentor_id):
        choice = ChoiceRound.objects.of(by.school_id).select_related("term", "scheme").get(pk=round_id)
        if not choice.term.starts <= local.date() <= choice.term.ends:
            raise TaoliError(_("%(day)s lies outside the term.") % {"day": local.date().isoformat()})
        row = _row(by, choice, mentor_id)
        row.at, row.place = at, place.strip()[:60]
        row.save()
        if choice.state == ChoiceRound.State.PUBLISHED:
            pairs = [(one.student_id, one.mentor_id) for one in round_pairings(choice)]
            wanted = [pair for pair in pairs if mentor_id in {None, pair[1]}]
            tell_meeting(by=by, choice=choice, pairs=wanted)
    return row


def mark_held(
    *, by: Actor, round_id: uuid.UUID, mentor_id: uuid.UUID, on: dt.date, absent: Collection[uuid.UUID] = ()
) -> FirstMeeting:
    """Note that a mentor has met the students, and who was not there; when all have, the step is done.

    TaoliError: a day in the future or before the term.
    """
    with change(by=by, action="meeting.held", object_id=round_id, mentor=mentor_id, on=on) as note:
        choice = ChoiceRound.objects.of(by.school_id).select_related("term").get(pk=round_id)
        if not choice.term.starts <= on <= clock.today():
            raise TaoliError(_("The meeting cannot lie in the future or before the term."))
        own = {row.student_id for row in round_pairings(choice) if row.mentor_id == mentor_id}
        row = _row(by, choice, mentor_id)
        row.held_on, row.absent = on, sorted(str(one) for one in own & set(absent))
        row.save()
        note.data |= {"students": len(own), "absent": len(row.absent)}
        close_if_all(by=by, choice=choice, kind="first_meeting")
    return row


def _row(by: Actor, choice: ChoiceRound, mentor_id: uuid.UUID | None) -> FirstMeeting:
    rows = FirstMeeting.objects.of(by.school_id).select_for_update().filter(round=choice, mentor_id=mentor_id)
    return rows.first() or FirstMeeting(school_id=by.school_id, round=choice, mentor_id=mentor_id)
