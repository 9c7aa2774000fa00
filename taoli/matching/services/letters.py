"""Letters of appointment that have been handed out."""

import datetime as dt
import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import AppointmentLetter, ChoiceRound
from taoli.matching.queries.closing import round_pairings
from taoli.matching.services.ending import close_if_all


def hand_out(*, by: Actor, round_id: uuid.UUID, mentor_ids: Collection[uuid.UUID], on: dt.date) -> int:
    """Note that exactly these mentors have their letter; earlier days stay; returns how many have one.

    When every mentor of the round has one, the step is done.
    """
    with change(by=by, action="letter.hand_out", object_id=round_id) as note:
        choice = ChoiceRound.objects.of(by.school_id).select_for_update().get(pk=round_id)
        chosen = {row.mentor_id for row in round_pairings(choice)} & set(mentor_ids)
        rows = AppointmentLetter.objects.of(by.school_id).filter(round=choice)
        rows.exclude(mentor_id__in=chosen).delete()
        known = set(rows.values_list("mentor_id", flat=True))
        AppointmentLetter.objects.bulk_create(
            AppointmentLetter(school_id=by.school_id, round=choice, mentor_id=mentor, handed_on=on)
            for mentor in sorted(chosen - known)
        )
        close_if_all(by=by, choice=choice, kind="appointment_letter")
        note.data = {"mentors": len(chosen)}
    return len(chosen)
