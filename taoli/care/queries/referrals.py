"""Referrals: the waiting list, one's own, what a mentor is told."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from taoli.care.models import REFERRAL_MOVES, CounsellingSession, Holding, Referral, ReferralStep
from taoli.care.permissions.referrals import REFERRAL, REFERRING, WAITING
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.roster.models import Student
from taoli.roster.queries.sealing import open_about

State = Referral.State
ADVICE_STAYS = dt.timedelta(days=90)  # about a term: so long the mentor still reads the advice of what has ended
MOST_TOLD = 5
MOST = 200


def sealed_at(row: Referral, field: str) -> str:
    """Return what a sealed field of a referral is bound to."""
    return f"care.referral/{row.pk}/{field}"


def get_student(actor: Actor, pk: uuid.UUID, action: str = "ask") -> Student:
    """Return a present student whom the actor reaches with the action; 404 otherwise."""
    rows = REFERRING.within(Student.objects.filter(pk=pk, left_on=None), actor, action)
    found: Student | None = rows.select_related("school_class", "mentor").first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class WaitingList:
    """What the counsellor's first page shows."""

    asked: list[Referral]
    waiting: list[Referral]
    care: list[Referral]
    ended: list[Referral]
    sessions: list[CounsellingSession]


def waiting_list(actor: Actor) -> WaitingList:
    """Return what waits, by urgency and then by day, what the counsellor has in care, and the next appointments."""
    rows = _handled(actor).order_by("urgency", "asked_on", "id")
    open_ones = list(rows.filter(state__in=(State.ASKED, State.WAITING, State.CARE))[:MOST])
    ended = list(_handled(actor).filter(state__in=(State.ENDED, State.DECLINED)).order_by("-closed_at", "-id")[:20])
    soon = CounsellingSession.objects.of(actor.school_id).filter(
        state=CounsellingSession.State.AGREED, referral__in=[row.pk for row in open_ones if row.state == State.CARE]
    )
    return WaitingList(
        asked=[row for row in open_ones if row.state == State.ASKED],
        waiting=[row for row in open_ones if row.state == State.WAITING],
        care=[row for row in open_ones if row.state == State.CARE],
        ended=ended,
        sessions=list(soon.select_related("referral__student__school_class").order_by("starts", "id")),
    )


def _handled(actor: Actor) -> "QuerySet[Referral]":
    rows: QuerySet[Referral] = WAITING.within(Referral.objects.all(), actor, "handle")
    return rows.select_related("student__school_class", "referred_by")


def get_handled(actor: Actor, pk: uuid.UUID) -> Referral:
    """Return a referral that the counsellor may work on; 404 otherwise."""
    found = _handled(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def moves_of(row: Referral) -> set[str]:
    """Return the states into which a referral may come from where it stands."""
    return {str(one) for one in REFERRAL_MOVES[State(row.state)]}


def get_session(actor: Actor, pk: uuid.UUID) -> CounsellingSession:
    """Return an appointment of a referral that the counsellor may work on; 404 otherwise."""
    rows = CounsellingSession.objects.of(actor.school_id).filter(pk=pk, referral__in=_handled(actor).values("pk"))
    found = rows.first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Opened:
    """A referral opened by the counsellor."""

    row: Referral
    reason: str
    without: str
    sessions: list[CounsellingSession]
    moves: set[str]
    holds: bool
    others: int


def open_referral(actor: Actor, pk: uuid.UUID) -> Opened:
    """Return a referral with what was sealed in it; the opening is logged first."""
    row = get_handled(actor, pk)
    log_view(actor, "care.referral", [row.pk], page="care:referral_open")
    sessions = CounsellingSession.objects.of(actor.school_id).filter(referral=row).order_by("-starts", "id")
    holds = Holding.objects.of(actor.school_id).filter(
        student_id=row.student_id, counsellor_id=actor.person_id, ends=None
    )
    others = _handled(actor).filter(student_id=row.student_id, state__in=(State.ASKED, State.WAITING)).exclude(pk=pk)
    return Opened(
        row=row,
        reason=open_about(actor.school_id, row.student_id, row.reason, sealed_at(row, "reason")),
        without=open_about(actor.school_id, row.student_id, row.without, sealed_at(row, "without")),
        sessions=list(sessions),
        moves=moves_of(row),
        holds=holds.exists(),
        others=others.count(),
    )


def own_referrals(actor: Actor) -> list[Referral]:
    """Return what the actor has referred, the newest first."""
    rows = REFERRAL.within(Referral.objects.all(), actor, "view").select_related("student__school_class")
    return list(rows.order_by("-asked_at", "-id")[:MOST])


@dataclass(frozen=True, slots=True)
class Told:
    """A referral as its writer sees it: step by step, level and advice; never what was sealed."""

    row: Referral
    steps: list[ReferralStep]


def own_referral(actor: Actor, pk: uuid.UUID) -> Told:
    """Return one's own referral; 404 for any other."""
    rows = REFERRAL.within(Referral.objects.filter(pk=pk), actor, "view").select_related("student__school_class")
    found: Referral | None = rows.first()
    if found is None:
        raise Http404
    steps = ReferralStep.objects.of(actor.school_id).filter(referral=found).order_by("at", "id")
    return Told(found, list(steps))


def told_of(actor: Actor, student_id: uuid.UUID) -> list[Referral]:
    """Return what the mentor is told of a student: with the counsellor or not, level and advice, of the newest referral
    and of others with advice that still stands; 404 beyond reach.
    """
    student = get_student(actor, student_id, "told")
    rows = Referral.objects.of(actor.school_id).filter(student=student, tell_mentor=True)
    known = rows.filter(state__in=(State.WAITING, State.CARE)) | rows.filter(
        state=State.ENDED, closed_at__gte=clock.now() - ADVICE_STAYS
    )
    newest = list(known.order_by("-asked_at", "-id")[:MOST_TOLD])
    return [one for place, one in enumerate(newest) if one.advice or not place]


def may_refer(actor: Actor, student_id: uuid.UUID) -> bool:
    """Say whether the actor may refer this student."""
    return REFERRING.within(Student.objects.filter(pk=student_id, left_on=None), actor, "ask").exists()


def may_be_told(actor: Actor, student_id: uuid.UUID) -> bool:
    """Say whether the actor is the mentor who reads level and advice."""
    return REFERRING.within(Student.objects.filter(pk=student_id, left_on=None), actor, "told").exists()
