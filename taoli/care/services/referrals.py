"""Referring a student to the counsellor, and what the counsellor does with it."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.care.models import REFERRAL_MOVES, Holding, Referral, ReferralStep
from taoli.care.permissions.referrals import REFERRING, WAITING
from taoli.care.queries.referrals import sealed_at
from taoli.care.services.informing import tell_asked, tell_moved
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.notifications.queries.inbox import person_of
from taoli.roster.models import Student
from taoli.roster.services.sealing import seal_about

State, Consent = Referral.State, Referral.Consent
OPEN = (State.ASKED, State.WAITING, State.CARE)


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A referral as its writer says it; `without`: why it goes ahead although somebody has not agreed."""

    reason: str
    urgency: str = Referral.Urgency.ROUTINE
    student_consent: str = Consent.GIVEN
    guardian_consent: str = Consent.GIVEN
    consent_by: str = ""
    consent_on: dt.date | None = None
    without: str = ""
    tell_mentor: bool = True


def refer(*, by: Actor, student_id: uuid.UUID, facts: ReferralFacts) -> Referral:
    """Refer a student to the counsellor; reason and why without consent are sealed.

    TaoliError: no reason; not agreed and no reason why nonetheless; agreed, but not who said so and when; referred by
    the same adult already; a student who is not there any more or beyond reach.
    """
    _check(facts)
    with change(by=by, action="referral.ask", urgency=facts.urgency) as note:
        student = _student(by, student_id)
        if (
            Referral.objects.of(by.school_id)
            .filter(student=student, referred_by_id=by.person_id, state__in=OPEN)
            .exists()
        ):
            raise TaoliError(
                _("You have referred this student already; it is still open. You find it among your referrals.")
            )
        row = _new(by, student, facts)
        row.reason = seal_about(by.school_id, student.pk, facts.reason.strip(), sealed_at(row, "reason"))
        row.without = seal_about(by.school_id, student.pk, facts.without.strip(), sealed_at(row, "without"))
        row.save(force_insert=True)
        _step(by, row)
        note.object_id = row.pk
        tell_asked(by=by, row=row)
    return row


def _check(facts: ReferralFacts) -> None:
    if not facts.reason.strip():
        raise TaoliError(_("Please write why you refer the student: what you have seen or heard."))
    said = {facts.student_consent, facts.guardian_consent}
    if said != {Consent.GIVEN} and not facts.without.strip():
        raise TaoliError(_("Not both have agreed. Please write why the referral goes ahead nonetheless."))
    if said != {Consent.NOT_ASKED} and not (facts.consent_by.strip() and facts.consent_on):
        raise TaoliError(_("Please write who said yes or no, and on which day."))
    if facts.consent_on and facts.consent_on > clock.today():
        raise TaoliError(_("The date lies in the future. Please check it."))


def _student(by: Actor, student_id: uuid.UUID) -> Student:
    rows = REFERRING.within(Student.objects.filter(pk=student_id, left_on=None), by, "ask")
    student: Student | None = rows.select_for_update(of=("self",)).first()
    if student is None or by.person_id is None:
        raise TaoliError(_("This student is not yours to write for, or has left the school."))
    return student


def _new(by: Actor, student: Student, facts: ReferralFacts) -> Referral:
    return Referral(
        school_id=by.school_id,
        student=student,
        referred_by_id=person_of(by),
        asked_on=clock.today(),
        asked_at=clock.now(),
        urgency=facts.urgency,
        student_consent=facts.student_consent,
        guardian_consent=facts.guardian_consent,
        consent_by=facts.consent_by.strip()[:60],
        consent_on=facts.consent_on,
        tell_mentor=facts.tell_mentor,
    )


def move_referral(*, by: Actor, pk: uuid.UUID, to: str) -> Referral:
    """Put a referral on the waiting list or take it into care; who takes it holds the student from now on.

    ConflictError: another counsellor has moved it meanwhile.
    """
    with change(by=by, action="referral.move", object_id=pk, to=to):
        row = _handled(by, pk)
        if to not in {State.WAITING, State.CARE}:
            raise TaoliError(_("Please choose from what is offered."))
        _move(row, State(to))
        if to == State.CARE:
            row.counsellor_id = person_of(by)
            hold(by=by, student_id=row.student_id, counsellor_id=person_of(by))
        _save(row, "state", "counsellor")
        _step(by, row)
        tell_moved(by=by, row=row)
    return row


@dataclass(frozen=True, slots=True)
class Advice:
    """What goes back: `then` is "" (it goes on), "ended" or "declined"."""

    level: str
    text: str
    tell_mentor: bool = True
    then: str = ""


def advise(*, by: Actor, pk: uuid.UUID, edit: int, advice: Advice) -> Referral:
    """Say level and advice to who referred and to the mentor; or end or decline the referral with them.

    TaoliError: no level, or no advice. ConflictError: changed meanwhile.
    """
    with change(by=by, action="referral.advise", object_id=pk, then=advice.then):
        row = _handled(by, pk)
        if row.edit != edit:
            raise ConflictError(
                _("This referral was changed on another page meanwhile. What you wrote still stands here.")
            )
        if not advice.text.strip() or advice.level not in Referral.Advice.values:
            raise TaoliError(_("Whoever referred the student needs an answer: a level, and one sentence what to do."))
        row.level, row.advice = advice.level, advice.text.strip()[:300]
        row.tell_mentor, row.advised_at = advice.tell_mentor, clock.now()
        if advice.then:
            _close(by, row, State(advice.then))
        elif row.state != State.CARE:
            raise TaoliError(_("Advice can be given once you have taken the student on; or answer by declining."))
        _save(row, "level", "advice", "tell_mentor", "advised_at", "state", "closed_at", "counsellor")
        tell_moved(by=by, row=row)
    return row


def _close(by: Actor, row: Referral, state: Referral.State) -> None:
    _move(row, state)
    row.closed_at = clock.now()
    row.counsellor_id = row.counsellor_id or by.person_id
    _step(by, row)
    others = Referral.objects.of(by.school_id).filter(student_id=row.student_id, state=State.CARE)
    if not others.filter(counsellor_id=row.counsellor_id).exclude(pk=row.pk).exists():
        held = Holding.objects.of(by.school_id).filter(student_id=row.student_id, counsellor_id=row.counsellor_id)
        held.filter(ends=None).update(ends=clock.now())


def hold(*, by: Actor, student_id: uuid.UUID, counsellor_id: uuid.UUID) -> None:
    """Let a counsellor hold a student from now on; nothing happens when they do already."""
    held = Holding.objects.of(by.school_id).filter(student_id=student_id, counsellor_id=counsellor_id, ends=None)
    if not held.exists():
        Holding.objects.create(
            school_id=by.school_id, student_id=student_id, counsellor_id=counsellor_id, starts=clock.now()
        )


def _handled(by: Actor, pk: uuid.UUID) -> Referral:
    rows = WAITING.within(Referral.objects.filter(pk=pk), by, "handle").select_related("student")
    row: Referral | None = rows.select_for_update(of=("self",)).first()
    if row is None:
        raise ConflictError(_("Another counsellor has taken this on meanwhile."))
    return row


def _move(row: Referral, state: Referral.State) -> None:
    if state not in REFERRAL_MOVES[State(row.state)]:
        raise ConflictError(_("This referral has gone a step further meanwhile. Please look again."))
    row.state = state


def _save(row: Referral, *fields: str) -> None:
    row.edit += 1
    row.save(update_fields=[*fields, "edit"])


def _step(by: Actor, row: Referral) -> None:
    ReferralStep.objects.create(
        school_id=by.school_id, referral=row, state=row.state, at=clock.now(), by_id=person_of(by)
    )
