"""One case as its reader may see it: wholly, as one who raised it, or as one who does a measure of its plan."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.care.models import CareCase, CaseMeasure, CaseStep, Level
from taoli.care.permissions.cases import CASE, ENTRUSTED, LED, MEASURE, SETTLES, raised
from taoli.care.queries.cases import MeasureRow, away_alone, measure_row, visible
from taoli.care.queries.words import case_text, step_text
from taoli.common.policy import Actor
from taoli.common.views_log import log_view

State, Kind = CareCase.State, CaseStep.Kind


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step; `by` and `text` are empty where they are not the reader's to see."""

    pk: uuid.UUID
    kind: str
    label: str
    at: dt.datetime
    at_level: str
    by: str
    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class CaseView:
    """What the page of a case shows. `whole`: everybody's words; `told`: the reader raised it; `may`: moves offered.

    `knows`: the reader has the student in care by a referral and sees how far it is and who leads it, nobody's words.
    """

    case: CareCase
    whole: bool
    told: bool
    knows: bool
    reason: str
    proposed: str
    outcome: str
    steps: list[StepRow]
    measures: list[MeasureRow]
    leaderless: bool
    may: frozenset[str]


def get_row(actor: Actor, pk: uuid.UUID) -> CareCase:
    """Return a case the actor sees, wholly or in part, its words still sealed; 404 otherwise."""
    rows = CareCase.objects.of(actor.school_id).filter(visible(actor), pk=pk)
    found: CareCase | None = rows.select_related("student__school_class__grade", "student__mentor", "leader").first()
    if found is None:
        raise Http404
    return found


def get_case(actor: Actor, pk: uuid.UUID, *, page: str = "care:case_show") -> CaseView:
    """Return a case as far as the actor may see it, 404 otherwise; the opening is logged before any word is opened."""
    case = get_row(actor, pk)
    log_view(actor, "care.case", [case.pk], page=page)
    whole = reads_all(actor, case)
    told = CareCase.objects.of(actor.school_id).filter(raised(actor.school_id, _person(actor)), pk=pk).exists()
    first = whole or case.raised_by_id == actor.person_id
    alone = away_alone(actor.school_id)
    return CaseView(
        case=case,
        whole=whole,
        told=told,
        knows=ENTRUSTED.can(actor, "know", case),
        reason=case_text(case, "reason") if first else "",
        proposed=case_text(case, "proposed") if first else "",
        outcome=case_text(case, "outcome") if whole or told else "",
        steps=_steps(actor, case, whole=whole) if whole or told else [],
        measures=_measures(actor, case, whole=whole, alone=alone),
        leaderless=case.state == State.OPEN and case.leader is not None and _gone(case, alone),
        may=frozenset(moves_of(actor, case)),
    )


def reads_all(actor: Actor, case: CareCase) -> bool:
    """Say whether the actor reads everybody's words in a case."""
    return CASE.can(actor, "view", case) or LED.can(actor, "work", case)


def moves_of(actor: Actor, case: CareCase) -> set[str]:
    """Return what the actor may do with a case as it stands: the buttons of its page."""
    settles = CASE.can(actor, SETTLES[case.level], case)
    works = settles or LED.can(actor, "work", case)
    found: set[str] = set()
    if case.state == State.RAISED and settles:
        found |= {"take_on", "decline"}
    if case.state in {State.RAISED, State.OPEN} and settles:
        found |= {"climb"} if case.level != Level.SCHOOL else set()
        found |= {"answer"} if case.level != Level.CLASS else set()
    if case.state == State.OPEN and works:
        found |= {"plan", "review", "hand_on", "close"}
    if case.state == State.OPEN and CASE.can(actor, SETTLES[Level.SCHOOL], case):
        found.add("hand_on")
    if case.state in {State.CLOSED, State.DECLINED} and works:
        found.add("reopen")
    return found


def _person(actor: Actor) -> uuid.UUID:
    return actor.person_id or uuid.UUID(int=0)


def _gone(case: CareCase, alone: set[uuid.UUID]) -> bool:
    return case.leader is not None and (case.leader.left_on is not None or case.leader.pk in alone)


def _steps(actor: Actor, case: CareCase, *, whole: bool) -> list[StepRow]:
    rows = CaseStep.objects.of(actor.school_id).filter(case=case).select_related("by").order_by("-at", "-id")
    found = []
    for row in rows:
        own = row.by_id is not None and row.by_id == actor.person_id
        reads = whole or own or row.kind == Kind.CLOSED
        voice = row.kind in {Kind.RAISED, Kind.VOICE}
        found.append(
            StepRow(
                pk=row.pk,
                kind=row.kind,
                label=row.get_kind_display(),
                at=row.at,
                at_level=row.get_at_level_display(),
                by=row.by.name if row.by and (whole or own or not voice) else "",
                text=step_text(case, row) if reads and row.kind != Kind.CLOSED else "",
                own=own,
            )
        )
    return found


def _measures(actor: Actor, case: CareCase, *, whole: bool, alone: set[uuid.UUID]) -> list[MeasureRow]:
    rows = CaseMeasure.objects.of(actor.school_id).filter(case=case, dropped_at=None).select_related("owner")
    if not whole:
        rows = rows.filter(MEASURE.scope(actor, "settle"))
    return [measure_row(row, actor, alone) for row in rows.order_by("due_on", "id")]
