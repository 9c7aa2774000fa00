"""Swaps agreed at a round table, typed afterwards: all of them, or none."""

import uuid

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import Seat
from taoli.matching.queries.board import get_run
from taoli.matching.queries.wall import read_swaps
from taoli.matching.services.moves import move_seat


def type_swaps(*, by: Actor, run_id: uuid.UUID, lines: str, reason: str, override: bool = False) -> int:
    """Make the typed swaps in their order and return how many students moved; on any refusal nothing is written.

    TaoliError: a line that names no two codes, somebody without a seat, and whatever `move_seat` refuses.
    """
    moved = 0
    with change(by=by, action="seat.swaps", object_id=run_id) as note:
        for student, partner, mentor in read_swaps(get_run(by, run_id, "move"), lines):
            rows = Seat.objects.of(by.school_id).filter(run_id=run_id, student__in=[student, partner or student])
            seats = {row.student_id: row for row in rows}
            goal = seats[partner].mentor_id if partner in seats else mentor
            if goal is None:
                raise TaoliError(_("Somebody in these lines has no seat yet; please place them on the board first."))
            seat = seats.get(student)
            moved += move_seat(
                by=by,
                run_id=run_id,
                student_id=student,
                mentor_id=goal,
                reason=reason,
                override=override,
                edit=seat.edit if seat else 0,
                partner_id=partner,
            )
        note.data = {"moved": moved}
    return moved
