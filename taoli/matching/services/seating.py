"""Writing moves of the board: the run is held, the rules are asked, seats and journal go together."""

import uuid
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.engine.matching import Finding
from taoli.matching.models import MatchRun, Seat, SeatMove
from taoli.matching.permissions import SEAT
from taoli.matching.phrases import finding_sentence
from taoli.matching.queries.board import get_run, reaches
from taoli.matching.queries.journal import latest
from taoli.matching.queries.moves import Table
from taoli.matching.queries.names import names_of
from taoli.roster.models import Student

REASON = 200


def hold(by: Actor, run_id: uuid.UUID) -> MatchRun:
    """Lock a draft until the transaction ends, so that moves are judged one after another; TaoliError if it is none.

    Whoever may not open the board now gets a 404.
    """
    get_run(by, run_id, "move")
    rows = MatchRun.objects.of(by.school_id).select_related("round", "round__scheme").defer("problem")
    run = rows.select_for_update(of=("self",)).get(pk=run_id)
    if run.state != MatchRun.State.DRAFT:
        raise TaoliError(_("This result is no longer a draft; nothing can be moved."))
    return run


def allow(
    by: Actor, run: MatchRun, students: Sequence[str], breaks: Sequence[Finding], *, override: bool, ask: bool = True
) -> None:
    """Refuse with a sentence what is out of reach, or breaks a rule without `override` by who may.

    `ask`: the page offers a box to insist.
    """
    rows = Student.objects.of(by.school_id).filter(pk__in=list(students)).select_related("school_class")
    if not all(reaches(by, student, "move") for student in rows):
        raise TaoliError(_("This student is outside your grade or class."))
    if not breaks or (override and SEAT.may(by, "override")):
        return
    names = names_of(run)
    broken = " ".join(finding_sentence(one, names) for one in breaks)
    if ask and SEAT.may(by, "override"):
        raise TaoliError(_("%(broken)s To move all the same, tick the box below.") % {"broken": broken})
    raise TaoliError(_("%(broken)s Only the moral-education office may go beyond.") % {"broken": broken})


def put(
    by: Actor,
    run: MatchRun,
    table: Table,
    places: Mapping[str, str | None],
    *,
    reason: str,
    override: bool,
    undoes: int | None = None,
) -> int:
    """Seat students with mentors (None: no seat any more) as the run's next change and return its number."""
    run.edit += 1
    run.save(update_fields=["edit"])
    rows = {str(row.student_id): row for row in Seat.objects.of(by.school_id).filter(run=run, student__in=list(places))}
    SeatMove.objects.bulk_create(
        SeatMove(
            school_id=by.school_id,
            run=run,
            number=run.edit,
            student_id=uuid.UUID(student),
            source_id=rows[student].mentor_id if student in rows else None,
            target_id=uuid.UUID(mentor) if mentor else None,
            by=by.account_id,
            at=clock.now(),
            reason=reason,
            override=override,
            undoes=undoes,
        )
        for student, mentor in places.items()
    )
    _write(by, run, table, places, rows)
    return run.edit


def _write(by: Actor, run: MatchRun, table: Table, places: Mapping[str, str | None], rows: Mapping[str, Seat]) -> None:
    told = latest(SeatMove.objects.of(by.school_id).filter(run=run))
    fresh, changed = [], []
    for student, mentor in places.items():
        row = rows.get(student)
        if mentor is None:
            Seat.objects.of(by.school_id).filter(run=run, student_id=student).delete()
            continue
        if row is None:
            row = Seat(school_id=by.school_id, run=run, student_id=uuid.UUID(student), reason="added", params={})
            fresh.append(row)
        else:
            changed.append(row)
        last = told.get(row.student_id)
        row.mentor_id, row.rank, row.edit = uuid.UUID(mentor), table.rank(student, mentor), run.edit
        row.moved_by, row.moved_reason = (last.by, last.reason) if last else (None, "")
    Seat.objects.bulk_create(fresh)
    Seat.objects.of(by.school_id).bulk_update(changed, ["mentor", "rank", "edit", "moved_by", "moved_reason"])
