"""A case of key attention: raised, decided, passed on and answered, led, reviewed, closed, taken up again.

What is written is sealed under the student's key. Each step tells who is concerned, without name and content.
"""

import datetime as dt
import uuid

from django.db.models import Q
from django.utils.translation import gettext as _

from taoli.care.models import CareCase, CaseStep, Level
from taoli.care.permissions.cases import CASE, RAISING
from taoli.care.services.steps import (
    active_case,
    add_step,
    here,
    leads,
    lock_student,
    locked,
    move,
    must_be,
    must_settle,
    must_work,
    said,
    save,
    seal,
    settles,
)
from taoli.care.services.telling import tell_step
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import Student
from taoli.roster.services.standing import end_attention, mark_attention

Kind, State = CaseStep.Kind, CareCase.State
UP = {Level.CLASS: Level.GRADE, Level.GRADE: Level.SCHOOL}
DOWN = {Level.GRADE: Level.CLASS, Level.SCHOOL: Level.GRADE}
WEIGHT = list(CareCase.Seriousness.values)


def raise_case(
    *, by: Actor, student_id: uuid.UUID, reason: str, seriousness: str, proposed: str = "", source: str = ""
) -> CareCase:
    """Raise a worry about a student whom one works with; a case that runs already is joined with a further voice.

    `seriousness`: CareCase.Seriousness; `source`: what moved one ("record", "signal", "conference"). TaoliError: no
    reason, a student who has left or beyond reach, nobody of the staff.
    """
    words = said(reason, _("Please write down what worries you, in a sentence."))
    if seriousness not in WEIGHT:
        raise TaoliError(_("Please choose how serious it is."))
    with change(by=by, action="case.raise") as note:
        student = _within_reach(by, student_id)
        lock_student(by, student.pk)
        case = active_case(by.school_id, student.pk)
        if case is None:
            case = _new(by, student, words, proposed.strip(), seriousness)
            step = add_step(by, case, Kind.RAISED, source=source)
        else:
            if WEIGHT.index(seriousness) > WEIGHT.index(case.seriousness):
                case.seriousness = seriousness
                case.save(update_fields=["seriousness"])
            text = "\n".join(one for one in (words, proposed.strip()) if one)
            step = add_step(by, case, Kind.VOICE, text, source=source)
        note.object_id = case.pk
        tell_step(by, case, step)
    return case


def _within_reach(by: Actor, student_id: uuid.UUID) -> Student:
    rows = RAISING.within(Student.objects.filter(pk=student_id), by, "voice").select_related("school_class")
    student = rows.first()
    if student is None or student.left_on is not None or by.person_kind != "staff":
        raise TaoliError(_("You do not work with this student, or the student has left the school."))
    found: Student = student
    return found


def _new(by: Actor, student: Student, reason: str, proposed: str, seriousness: str) -> CareCase:
    assert by.person_id is not None
    case = CareCase(
        school_id=by.school_id,
        student=student,
        raised_by_id=by.person_id,
        raised_on=clock.today(),
        entered_at=clock.now(),
        seriousness=seriousness,
    )
    seal(case, "reason", reason)
    seal(case, "proposed", proposed)
    case.save(force_insert=True)
    return case


def decide_case(
    *,
    by: Actor,
    pk: uuid.UUID,
    edit: int,
    takes: bool,
    leader_id: uuid.UUID | None = None,
    review_on: dt.date | None = None,
    text: str = "",
    conference_id: uuid.UUID | None = None,
) -> CareCase:
    """Take a case on as key attention, with a leader and a day for the next look; or not, with a reason.

    TaoliError: no leader or one who has left, no day ahead, no reason, not the actor's level. ConflictError: changed
    meanwhile.
    """
    with change(by=by, action="case.take_on" if takes else "case.decline", object_id=pk):
        case = locked(by, pk, edit)
        must_settle(by, case)
        move(case, State.OPEN if takes else State.DECLINED)
        case.decided_at = clock.now()
        if takes:
            case.leader = here(by, leader_id, _("Please name who leads this case."))
            case.review_on = _ahead(review_on)
            case.mark = mark_attention(by=by, student_id=case.student_id)
            save(case, "state", "decided_at", "leader", "review_on", "mark")
            step = add_step(by, case, Kind.DECIDED, text.strip(), conference_id=conference_id)
        else:
            words = said(text, _("Please say why, so that whoever raised it understands."))
            save(case, "state", "decided_at")
            step = add_step(by, case, Kind.DECLINED, words, conference_id=conference_id)
        tell_step(by, case, step)
    return case


def _ahead(day: dt.date | None) -> dt.date:
    if day is None:
        raise TaoliError(_("Please choose the day of the next look."))
    if day <= clock.today():
        raise TaoliError(_("The day of the next look must lie ahead."))
    return day


def climb_case(*, by: Actor, pk: uuid.UUID, edit: int, text: str, conference_id: uuid.UUID | None = None) -> CareCase:
    """Pass a case on to the next level: class → grade → school. TaoliError: no words, at the top already."""
    with change(by=by, action="case.climb", object_id=pk):
        case = locked(by, pk, edit)
        must_settle(by, case)
        must_be(case, State.RAISED, State.OPEN)
        if Level(case.level) not in UP:
            raise TaoliError(_("The case stands with the school's leaders already."))
        words = said(text, _("Please write what you ask of them."))
        return _pass(by, case, UP[Level(case.level)], Kind.CLIMBED, words, conference_id)


def answer_case(*, by: Actor, pk: uuid.UUID, edit: int, text: str, conference_id: uuid.UUID | None = None) -> CareCase:
    """Pass a case back one level with an answer. TaoliError: no words, not passed on before."""
    with change(by=by, action="case.answer", object_id=pk):
        case = locked(by, pk, edit)
        must_settle(by, case)
        must_be(case, State.RAISED, State.OPEN)
        if Level(case.level) not in DOWN:
            raise TaoliError(_("The case stands with its class already."))
        words = said(text, _("Please write the answer."))
        return _pass(by, case, DOWN[Level(case.level)], Kind.ANSWERED, words, conference_id)


def _pass(
    by: Actor, case: CareCase, level: Level, kind: CaseStep.Kind, text: str, conference_id: uuid.UUID | None
) -> CareCase:
    case.level = level
    save(case, "level")
    tell_step(by, case, add_step(by, case, kind, text, conference_id=conference_id))
    return case


def review_case(*, by: Actor, pk: uuid.UUID, edit: int, text: str, next_on: dt.date | None) -> CareCase:
    """Look at a case again: how it stands, and the day of the next look."""
    with change(by=by, action="case.review", object_id=pk):
        case = locked(by, pk, edit)
        must_work(by, case)
        must_be(case, State.OPEN)
        case.review_on = _ahead(next_on)
        words = said(text, _("Please write how it stands."))
        save(case, "review_on")
        tell_step(by, case, add_step(by, case, Kind.REVIEWED, words))
    return case


def hand_on_case(*, by: Actor, pk: uuid.UUID, edit: int, leader_id: uuid.UUID | None, reason: str) -> CareCase:
    """Give a case another leader, with a reason. Also the office may, at any level: a leader may have left."""
    with change(by=by, action="case.hand_on", object_id=pk):
        case = locked(by, pk, edit)
        must_hand_on(by, case)
        must_be(case, State.OPEN)
        leader = here(by, leader_id, _("Please name who leads this case."))
        if leader.pk == case.leader_id:
            raise TaoliError(_("%(name)s leads this case already.") % {"name": leader.name})
        words = said(reason, _("Please say why the case gets another leader."))
        case.leader = leader
        save(case, "leader")
        tell_step(by, case, add_step(by, case, Kind.HANDED_ON, words))
    return case


def may_hand_on(by: Actor, case: CareCase) -> bool:
    """Say whether the actor may name another leader."""
    return CASE.can(by, "settle_school", case) or settles(by, case) or leads(by, case)


def must_hand_on(by: Actor, case: CareCase) -> None:
    """TaoliError unless the actor may name another leader."""
    if not may_hand_on(by, case):
        must_work(by, case)


def close_case(*, by: Actor, pk: uuid.UUID, edit: int, outcome: str) -> CareCase:
    """Close a case with its outcome; what the plan still holds is dropped, key attention ends today.

    TaoliError: no outcome, or the leader has left the school: then another is named first.
    """
    with change(by=by, action="case.close", object_id=pk):
        case = locked(by, pk, edit)
        must_work(by, case)
        words = said(outcome, _("Please write what came of it: a case is not closed without an outcome."))
        here(by, case.leader_id, _("Please name who leads this case."))
        move(case, State.CLOSED)
        case.closed_at, case.review_on = clock.now(), None
        seal(case, "outcome", words)
        save(case, "state", "closed_at", "review_on", "outcome")
        if case.mark_id:
            end_attention(by=by, pk=case.mark_id)
        step = add_step(by, case, Kind.CLOSED, words)
        tell_step(by, case, step)
        case.measures.filter(school_id=by.school_id, done_on=None, dropped_at=None).update(dropped_at=clock.now())
    return case


def reopen_case(*, by: Actor, pk: uuid.UUID, edit: int, text: str, review_on: dt.date | None = None) -> CareCase:
    """Take up again a case that was closed, under its leader, or one that was not taken on.

    ConflictError: a newer case of the student runs already. TaoliError: no reason; where it was closed
    no day ahead or a leader who has left.
    """
    with change(by=by, action="case.reopen", object_id=pk):
        for student_id in CareCase.objects.of(by.school_id).filter(pk=pk).values_list("student_id", flat=True):
            lock_student(by, student_id)
        case = locked(by, pk, edit)
        must_work(by, case)
        words = said(text, _("Please say why it is taken up again."))
        newer = CareCase.objects.of(by.school_id).filter(~Q(pk=pk), student_id=case.student_id)
        if newer.filter(state__in=(State.RAISED, State.OPEN)).exists():
            raise ConflictError(_("Another case of this student runs already. Please go on there."))
        if case.state == State.DECLINED:
            move(case, State.RAISED)
            save(case, "state")
        else:
            move(case, State.OPEN)
            _again(by, case, review_on)
        tell_step(by, case, add_step(by, case, Kind.REOPENED, words))
    return case


def _again(by: Actor, case: CareCase, review_on: dt.date | None) -> None:
    here(by, case.leader_id, _("Please name who leads this case."))
    case.review_on, case.closed_at, case.outcome = _ahead(review_on), None, ""
    case.mark = mark_attention(by=by, student_id=case.student_id)
    save(case, "state", "review_on", "closed_at", "outcome", "mark")
