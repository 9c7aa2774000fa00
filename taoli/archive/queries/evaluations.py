"""The evaluation of a student's term, as far as one may see it."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.timezone import localtime

from taoli.archive.models import EvaluationVoice, TermEvaluation
from taoli.archive.permissions import EVALUATION
from taoli.archive.queries.settings import Kept, settings_of
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.phrases import full_date

State, Kind = TermEvaluation.State, EvaluationVoice.Kind
OPEN = (State.DRAFT, State.VOICES, State.PROOF)
ORDER = (Kind.HOMEROOM, Kind.MENTOR, Kind.SUBJECT, Kind.STUDENT, Kind.PARENT)
UNDO = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """What one person said."""

    pk: uuid.UUID
    kind: str
    label: str
    by: str
    text: str
    facts: tuple[str, ...]
    day: str
    edit: int
    mine: bool


@dataclass(slots=True)
class EvaluationRow:
    """An evaluation as its reader sees it; voices that may not be read yet are not in it."""

    pk: uuid.UUID
    student_id: uuid.UUID
    student: str
    room: str
    term_id: uuid.UUID
    term: str
    state: str
    label: str
    version: int
    edit: int
    reason: str
    released_on: dt.date | None
    day: str
    may_undo: bool
    voices: list[VoiceRow] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Say whether voices may be written."""
        return self.state in {State.DRAFT, State.VOICES}


def released_to(actor: Actor, kept: Kept) -> "QuerySet[TermEvaluation]":
    """Return the evaluations in force that the actor may read; families where the school lets them."""
    rows = TermEvaluation.objects.of(actor.school_id).filter(EVALUATION.scope(actor, "view"), state=State.RELEASED)
    return rows.none() if actor.person_kind == "guardian" and not kept.family_reads else rows


def reachable(actor: Actor) -> "QuerySet[TermEvaluation]":
    """Return the evaluations that the actor may read whole: released ones, and those the actor reads through."""
    given = released_to(actor, settings_of(actor.school_id)).values("pk")
    rows = TermEvaluation.objects.of(actor.school_id).filter(Q(pk__in=given) | EVALUATION.scope(actor, "proof"))
    return rows.select_related("student", "school_class", "term")


def get_evaluation(actor: Actor, pk: uuid.UUID, action: str = "view", *, page: str = "") -> EvaluationRow:
    """Return an evaluation with its voices, the reading logged; 404 for whoever may not read it (yet)."""
    rows = reachable(actor) if action == "view" else EVALUATION.within(reachable(actor), actor, action)
    found = rows.filter(pk=pk).exclude(state=State.REPLACED).first()
    if found is None:
        raise Http404
    log_evaluations(actor, [found], page or "archive:evaluation_show")
    return as_seen(actor, [found])[0]


def log_evaluations(actor: Actor, rows: Collection[TermEvaluation], page: str) -> None:
    """Log that somebody other than the student and the mentor of today is about to read."""
    seen = [row.pk for row in rows if actor.person_id not in {row.student_id, row.student.mentor_id}]
    log_view(actor, "archive.evaluation", seen, page=page)


def as_seen(actor: Actor, rows: Collection[TermEvaluation], *, words: bool = True) -> list[EvaluationRow]:
    """Return evaluations (of `reachable`) for a page; one query for the voices, none without `words`."""
    voices = voices_of(actor, [row.pk for row in rows]) if words else {}
    return [_seen(row, voices.get(row.pk, [])) for row in rows]


def _seen(row: TermEvaluation, voices: list[VoiceRow]) -> EvaluationRow:
    released = localtime(row.released_at).date() if row.released_at else None
    return EvaluationRow(
        pk=row.pk,
        student_id=row.student_id,
        student=row.student.name,
        room=row.school_class.name,
        term_id=row.term_id,
        term=row.term.name,
        state=row.state,
        label=row.get_state_display(),
        version=row.version,
        edit=row.edit,
        reason=row.reason,
        released_on=released,
        day=full_date(released) if released else "",
        may_undo=may_undo(row),
        voices=voices,
    )


def may_undo(row: TermEvaluation) -> bool:
    """Say whether a release may still be taken back."""
    fresh = row.released_at is not None and clock.now() - row.released_at <= UNDO
    return row.state == State.RELEASED and fresh


def voices_of(actor: Actor, pks: Collection[uuid.UUID]) -> dict[uuid.UUID, list[VoiceRow]]:
    """Return evaluation → its voices in the order of the paper; one query."""
    rows = EvaluationVoice.objects.of(actor.school_id).filter(evaluation_id__in=pks)
    found: dict[uuid.UUID, list[VoiceRow]] = {}
    ordered = sorted(rows.select_related("staff", "guardian", "evaluation__student"), key=place_of)
    for row in ordered:
        found.setdefault(row.evaluation_id, []).append(_voice(actor, row))
    return found


def place_of(row: EvaluationVoice) -> tuple[int, str, dt.datetime]:
    """Return where a voice stands on the paper."""
    return ORDER.index(Kind(row.kind)), row.subject, row.written_at


def _voice(actor: Actor, row: EvaluationVoice) -> VoiceRow:
    person = row.staff or row.guardian or row.evaluation.student
    label = row.get_kind_display()
    return VoiceRow(
        pk=row.pk,
        kind=row.kind,
        label=f"{label} · {row.subject}" if row.subject else label,
        by=person.name,
        text=row.text,
        facts=tuple(row.facts),
        day=full_date(localtime(row.written_at).date()),
        edit=row.edit,
        mine=row.author == actor.person_id,
    )


def open_of(school_id: int, student_id: uuid.UUID, term_id: uuid.UUID) -> TermEvaluation | None:
    """Return the version of a student's term that is not released yet, or None."""
    rows = TermEvaluation.objects.of(school_id).filter(student_id=student_id, term_id=term_id, state__in=OPEN)
    return rows.select_related("student", "school_class", "term").order_by("-version").first()


def released_of(school_id: int, student_id: uuid.UUID) -> list[TermEvaluation]:
    """Return a student's evaluations that are with the family, the latest term first."""
    rows = TermEvaluation.objects.of(school_id).filter(student_id=student_id, state=State.RELEASED)
    return list(rows.select_related("student", "school_class", "term").order_by("-term__starts", "-version"))
