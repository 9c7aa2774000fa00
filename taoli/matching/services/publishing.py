"""Publishing a draft: pairings begin, earlier ones end, the roster knows every student's mentor."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme.vocabulary import EndReason
from taoli.matching.models import ChoiceRound, MatchRun, Pairing, Seat
from taoli.matching.queries.rounds import round_students
from taoli.matching.services.asking import settle_asks
from taoli.matching.services.marks import erase_coordinations
from taoli.matching.services.rounds import close_steps
from taoli.matching.services.telling import tell_published
from taoli.roster.phrases.fitness import unfit_sentence
from taoli.roster.queries.fitness import unfit
from taoli.roster.services.students import set_mentors

CHUNK = 500
NAMED = 5


def publish_run(*, by: Actor, run_id: uuid.UUID, starts: dt.date, tell_at: dt.datetime | None = None) -> int:
    """Make the draft's seats pairings from a day on and return how many students have a mentor by it.

    A pairing that stays the same goes on; another live one of the student ends the day before, as a change of mentor.
    Students, mentors and families are told at `tell_at` (now), or when a notice may next come.
    TaoliError: no draft any more, a day outside the term, students without a seat.
    """
    with change(by=by, action="run.publish", object_id=run_id, starts=starts) as note:
        rows = MatchRun.objects.of(by.school_id).select_related("round", "round__term", "round__scheme")
        run = rows.select_for_update(of=("self",)).get(pk=run_id)
        if run.state != MatchRun.State.DRAFT:
            raise TaoliError(_("This result has been published or dropped; nothing has changed."))
        choice = run.round
        if not choice.term.starts <= starts <= choice.term.ends:
            raise TaoliError(_("%(day)s lies outside the term.") % {"day": starts.isoformat()})
        seats = _seats(run)
        _refuse_unfit(by, seats, starts)
        ended = _end_others(by, seats, starts)
        begun = _begin(by, run, seats, starts)
        set_mentors(by=by, mentor_by_student={seat.student_id: seat.mentor_id for seat in seats})
        settle_asks(by=by, student_ids=[seat.student_id for seat in seats])
        _close(by, run)
        erase_coordinations(choice)
        pairs = [(seat.student_id, seat.mentor_id) for seat in seats]
        note.data["told"] = tell_published(by=by, choice=choice, run_id=run.pk, pairs=pairs, due=tell_at)
        note.data |= {"students": len(seats), "begun": begun, "ended": ended}
    return len(seats)


def _seats(run: MatchRun) -> list[Seat]:
    """The seats of the students who are present; TaoliError when one of these has none."""
    present = {one.pk: one.name for one in round_students(run.round)}
    found = Seat.objects.of(run.school_id).filter(run=run).select_related("student")
    seats = [seat for seat in found if seat.student_id in present]
    seated = {seat.student_id for seat in seats}
    missing = [name for pk, name in present.items() if pk not in seated]
    if missing:
        names = "、".join(missing[:NAMED])
        raise TaoliError(
            _("%(count)s students have no mentor yet: %(names)s. Please place them first.")
            % {"count": len(missing), "names": names}
        )
    return seats


def _refuse_unfit(by: Actor, seats: list[Seat], starts: dt.date) -> None:
    """A mentor may have left between draft and publishing, or the yearly check be over."""
    barred = unfit(by.school_id, starts, {seat.mentor_id for seat in seats})
    if barred:
        words = " ".join(unfit_sentence(*barred[one]) for one in sorted(barred)[:NAMED])
        raise TaoliError(_("%(why)s Please move their students in the draft first.") % {"why": words})


def _end_others(by: Actor, seats: list[Seat], starts: dt.date) -> int:
    wanted = {seat.student_id: (seat.mentor_id, seat.group_id) for seat in seats}
    live = Pairing.objects.of(by.school_id).filter(ends=None).values_list("pk", "student_id", "mentor_id", "group_id")
    over = [pk for pk, student, *same in live if student in wanted and tuple(same) != wanted[student]]
    for start in range(0, len(over), CHUNK):
        Pairing.objects.of(by.school_id).filter(pk__in=over[start : start + CHUNK]).update(
            ends=starts - dt.timedelta(days=1), end_reason=EndReason.MENTOR_CHANGED.value
        )
    return len(over)


def _begin(by: Actor, run: MatchRun, seats: list[Seat], starts: dt.date) -> int:
    going_on = set(Pairing.objects.of(by.school_id).filter(ends=None).values_list("student_id", flat=True))
    rows = [
        Pairing(
            school_id=by.school_id,
            student_id=seat.student_id,
            mentor_id=seat.mentor_id,
            group_id=seat.group_id,
            school_class_id=seat.student.school_class_id,
            scheme_id=run.round.scheme_id,
            run=run,
            starts=starts,
            reason=seat.moved_reason,
        )
        for seat in seats
        if seat.student_id not in going_on
    ]
    Pairing.objects.bulk_create(rows, batch_size=CHUNK)
    return len(rows)


def _close(by: Actor, run: MatchRun) -> None:
    others = MatchRun.objects.of(by.school_id).filter(round_id=run.round_id, state=MatchRun.State.DRAFT)
    others.exclude(pk=run.pk).update(state=MatchRun.State.DROPPED)
    run.state = MatchRun.State.PUBLISHED
    run.save(update_fields=["state"])
    choice = run.round
    choice.state = ChoiceRound.State.PUBLISHED
    for kind in ("assign", "allocate", "adjust", "confirm"):
        close_steps(by, choice, kind)
    choice.save(update_fields=["state"])
