"""Moving students on the board by hand: always with a reason, past a limit only by role; and taking a move back."""

import uuid

from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.matching import Finding
from taoli.matching.models import MatchRun, Seat, SeatMove
from taoli.matching.permissions import SEAT
from taoli.matching.queries.journal import journal, latest
from taoli.matching.queries.moves import Table, seats_break, table_of, think
from taoli.matching.services.seating import REASON, allow, hold, put


def move_seat(
    *,
    by: Actor,
    run_id: uuid.UUID,
    student_id: uuid.UUID,
    mentor_id: uuid.UUID,
    reason: str,
    override: bool = False,
    edit: int,
    partner_id: uuid.UUID | None = None,
) -> int:
    """Seat a student (with the whole unit, or in exchange with a partner) with another mentor; returns how many moved.

    `edit`: of the student's seat as it was seen, 0 for none. TaoliError: no reason, out of reach, a rule that breaks
    without `override` by who may; ConflictError: somebody else moved this student meanwhile.
    """
    if not reason.strip():
        raise TaoliError(_("Please say why; the reason stays with the move."))
    with change(by=by, action="seat.move", object_id=run_id, student=student_id, mentor=mentor_id) as note:
        run = hold(by, run_id)
        table = table_of(run)
        _known(table, student_id, mentor_id)
        _unmoved(by, run, student_id, edit)
        places, breaks = _plan(table, student_id, mentor_id, partner_id)
        allow(by, run, list(places), breaks, override=override)
        put(by, run, table, places, reason=reason.strip()[:REASON], override=bool(breaks))
        note.data |= {"moved": len(places), "override": bool(breaks), "partner": partner_id, "number": run.edit}
    return len(places)


def undo_move(*, by: Actor, run_id: uuid.UUID, number: int) -> int:
    """Take a change back by a further one and return how many students went back.

    Only while nobody moved its students since. TaoliError: out of reach, a rule breaks now and the actor may not go
    beyond; ConflictError: taken back already, or moved since.
    """
    with change(by=by, action="seat.undo", object_id=run_id, number=number) as note:
        run = hold(by, run_id)
        every = list(SeatMove.objects.of(by.school_id).filter(run=run))
        rows = [row for row in every if row.number == number]
        last = latest(every)
        if not rows or any(last.get(row.student_id) != row for row in rows):
            raise ConflictError(_("This move was taken back, or its students were moved again since."))
        table = table_of(run)
        places = {str(row.student_id): str(row.source_id) if row.source_id else None for row in rows}
        breaks = seats_break(table, places)
        hard = breaks or rows[0].override
        allow(by, run, list(places), breaks, override=True, ask=False)
        if hard and not SEAT.may(by, "override"):
            raise TaoliError(_("This move went beyond a limit; only the moral-education office may take it back."))
        put(by, run, table, places, reason=rows[0].reason, override=bool(breaks), undoes=number)
        note.data |= {"moved": len(places), "override": bool(breaks)}
    return len(places)


def _known(table: Table, student_id: uuid.UUID, mentor_id: uuid.UUID) -> None:
    if str(student_id) not in {one.id for one in table.problem.students}:
        raise TaoliError(_("This student is not part of the round."))
    if str(mentor_id) not in {one.id for one in table.problem.mentors}:
        raise TaoliError(_("This mentor is not on offer in the round."))


def _unmoved(by: Actor, run: MatchRun, student_id: uuid.UUID, edit: int) -> None:
    now = Seat.objects.of(by.school_id).filter(run=run, student_id=student_id).values_list("edit", flat=True).first()
    if (now or 0) != edit:
        since = [
            one.line for one in journal(by, run, since=edit) if student_id in {row.student_id for row in one.moves}
        ]
        told = since[0] if since else _("Somebody else moved this student meanwhile.")
        raise ConflictError(_("%(told)s Please look again; what you typed is still here.") % {"told": told})


def _plan(
    table: Table, student_id: uuid.UUID, mentor_id: uuid.UUID, partner_id: uuid.UUID | None
) -> tuple[dict[str, str | None], tuple[Finding, ...]]:
    if partner_id is None:
        moving = think(table, student_id, mentor_id)
        return dict.fromkeys(moving.student_ids, moving.mentor_id), moving.breaks
    student, partner = str(student_id), str(partner_id)
    if table.seats.get(partner) != str(mentor_id) or student not in table.seats:
        raise TaoliError(_("The exchange no longer fits. Please look again."))
    places: dict[str, str | None] = {student: table.seats[partner], partner: table.seats[student]}
    return places, seats_break(table, places)
