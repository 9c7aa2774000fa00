"""Letting one student hand in wishes after closing."""

import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, LateChoice
from taoli.matching.permissions import HAND_IN
from taoli.matching.queries.choosing import late_choice
from taoli.matching.queries.rounds import ranks_of, round_students
from taoli.matching.queries.steps import choosing

REASON = 200


def allow_late(*, by: Actor, round_id: uuid.UUID, student_id: uuid.UUID, reason: str) -> LateChoice:
    """Let a student of the round hand in wishes once more, after closing and before publishing; they count as late.

    TaoliError: no reason, choosing is still open, the round is published, or a student who takes no part.
    """
    if not reason.strip():
        raise TaoliError(_("Please say why; the reason stays with the late sheet."))
    with change(by=by, action="choice.allow_late", object_id=student_id, round=round_id):
        choice = ChoiceRound.objects.of(by.school_id).select_for_update(of=("self",)).select_related("scheme")
        row = choice.get(pk=round_id)
        if not ranks_of(row) or row.state == ChoiceRound.State.PUBLISHED:
            raise TaoliError(_("Nobody chooses in this round any more."))
        if not HAND_IN.within(round_students(row), by, "allow").filter(pk=student_id).exists():
            raise TaoliError(_("This student does not take part in the round."))
        if choosing(row):
            raise TaoliError(_("Choosing is still open; the student can simply choose."))
        leave = late_choice(row, student_id)
        if leave is None:
            leave = LateChoice(school_id=by.school_id, round=row, student_id=student_id, allowed_at=clock.now())
        leave.reason, leave.allowed_by = reason.strip()[:REASON], by.account_id
        leave.save()
    return leave
