"""Moving students on the board by hand: always with a reason, past a limit only by role."""

import uuid
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.matching import Finding
from taoli.matching.models import MatchRun, Seat
from taoli.matching.permissions import SEAT
from taoli.matching.phrases import finding_sentence
from taoli.matching.queries.moves import Table, swap_breaks, table_of, think
from taoli.matching.queries.names import names_of
from taoli.matching.queries.why import may_move
from taoli.roster.models import Student

REASON = 200


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

    TaoliError: no reason, out of reach, a rule that breaks without `override` by who may; ConflictError: stale board.
    """
    if not reason.strip():
        raise TaoliError(_("Please say why; the reason stays with the move."))
    with change(by=by, action="seat.move", object_id=run_id, student=student_id, mentor=mentor_id) as note:
        run = _draft(by, run_id, edit)
        table = table_of(run)
        if str(student_id) not in {one.id for one in table.problem.students}:
            raise TaoliError(_("This student is not part of the round."))
        if str(mentor_id) not in {one.id for one in table.problem.mentors}:
            raise TaoliError(_("This mentor is not on offer in the round."))
        places, breaks = _plan(table, student_id, mentor_id, partner_id)
        _allow(by, run, places, breaks, override=override)
        _seat(by, run, table, places, reason.strip()[:REASON])
        run.edit += 1
        run.save(update_fields=["edit"])
        note.data |= {"moved": len(places), "override": bool(breaks), "partner": partner_id}
    return len(places)


def _draft(by: Actor, run_id: uuid.UUID, edit: int) -> MatchRun:
    rows = MatchRun.objects.of(by.school_id).select_related("round", "round__scheme")
    run = rows.select_for_update(of=("self",)).get(pk=run_id)
    if run.state != MatchRun.State.DRAFT:
        raise TaoliError(_("This result is no longer a draft; nothing can be moved."))
    if run.edit != edit:
        raise ConflictError(
            _("Somebody else moved students meanwhile. Please look again; what you typed is still here.")
        )
    return run


def _plan(
    table: Table, student_id: uuid.UUID, mentor_id: uuid.UUID, partner_id: uuid.UUID | None
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    if partner_id is None:
        moving = think(table, student_id, mentor_id)
        return dict.fromkeys(moving.student_ids, moving.mentor_id), moving.breaks
    student, partner = str(student_id), str(partner_id)
    if table.seats.get(partner) != str(mentor_id) or student not in table.seats:
        raise TaoliError(_("The exchange no longer fits. Please look again."))
    return {student: table.seats[partner], partner: table.seats[student]}, swap_breaks(table, student, partner)


def _allow(by: Actor, run: MatchRun, places: Mapping[str, str], breaks: Sequence[Finding], *, override: bool) -> None:
    students = Student.objects.of(by.school_id).filter(pk__in=list(places)).select_related("school_class")
    if not all(may_move(by, student) for student in students):
        raise TaoliError(_("This student is outside your grade."))
    if breaks and not (override and SEAT.may(by, "override")):
        names = names_of(run)
        broken = " ".join(finding_sentence(one, names) for one in breaks)
        if not SEAT.may(by, "override"):
            raise TaoliError(_("%(broken)s Only the moral-education office may go beyond.") % {"broken": broken})
        raise TaoliError(_("%(broken)s To move all the same, tick the box below.") % {"broken": broken})


def _seat(by: Actor, run: MatchRun, table: Table, places: Mapping[str, str], reason: str) -> None:
    wishes = {one.id: one.wishes for one in table.problem.students}
    rows = {str(row.student_id): row for row in Seat.objects.of(by.school_id).filter(run=run)}
    fresh = []
    for student, mentor in places.items():
        rank = next((place for place, tier in enumerate(wishes[student], 1) if mentor in tier), None)
        row = rows.get(student)
        if row is None:
            row = Seat(school_id=by.school_id, run=run, student_id=uuid.UUID(student), reason="added", params={})
            fresh.append(row)
        row.mentor_id, row.rank = uuid.UUID(mentor), rank
        row.moved_by, row.moved_reason = by.account_id, reason
    Seat.objects.bulk_create(fresh)
    changed = [rows[student] for student in places if student in rows]
    Seat.objects.of(by.school_id).bulk_update(changed, ["mentor", "rank", "moved_by", "moved_reason"])
