"""Records as far as one may read them: whole, as evidence, or the printed sentence only."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.http import Http404
from django.utils import timezone

from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.common.views_log import log_view
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.permissions import MENTEE_RECORD, RECORD
from taoli.guidance.phrases import ago, dated, full_date, printed, way_of
from taoli.guidance.queries.releases import USUAL, Released, for_guardian

FORMER_DAYS = dt.timedelta(days=30)  # a former mentor keeps the text for so long (security.md)
NOBODY = uuid.UUID(int=0)
UNDO = dt.timedelta(minutes=10)
STAFF = (
    Role.MENTOR,
    Role.HOMEROOM_TEACHER,
    Role.GRADE_LEAD,
    Role.MORAL_OFFICE,
    Role.PRINCIPAL,
)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as its reader may see it; texts that may not be read are not in it."""

    pk: uuid.UUID
    occasion: uuid.UUID
    student_id: uuid.UUID
    student: str
    class_name: str
    by: str
    label: str
    icon: str
    held_on: dt.date
    day: str
    when: str
    entered: str
    dates: str
    made: bool
    state: str
    version: int
    sentence: str
    readable: bool
    is_mine: bool
    may_undo: bool
    private_text: str
    next_step: str
    next_on: dt.date | None
    next_day: str
    correction_reason: str


def texts(actor: Actor) -> Q:
    """Return the condition of the records whose private text the actor may read.

    By reach; the writer, while the student is mentored by the writer and 30 days longer (30 days, too, for what was
    written outside a pairing, as by who stood in); the mentor of today.
    """
    beyond = Actor(
        account_id=actor.account_id,
        school_id=actor.school_id,
        person_kind=actor.person_kind,
        person_id=actor.person_id,
        roles=tuple(held for held in actor.roles if held.role is not Role.MENTOR),
    )
    lately = clock.today() - FORMER_DAYS
    paired = Q(pairing__isnull=False) & (Q(pairing__ends=None) | Q(pairing__ends__gte=lately))
    still = paired | Q(pairing=None, held_on__gte=lately)
    written = RECORD.scope(actor, "view") & Q(by_id=actor.person_id) & still
    return RECORD.scope(beyond, "view") | written | MENTEE_RECORD.scope(actor, "view")


def reachable(actor: Actor) -> "QuerySet[GuidanceRecord]":
    """Return all records of which the actor may see anything, each with `readable`: whether the texts too."""
    seen = texts(actor) | RECORD.scope(actor, "evidence") | RECORD.scope(actor, "view_printed")
    rows = GuidanceRecord.objects.of(actor.school_id).filter(seen)
    yes, no = Value(value=True), Value(value=False)
    readable = Case(When(texts(actor), then=yes), default=no, output_field=BooleanField())
    return rows.annotate(readable=readable).select_related("student__school_class", "by", "school_class")


def only_printed(actor: Actor) -> bool:
    """Say whether the actor reads as student or guardian: submitted records, printed sentence."""
    return not actor.holds(*STAFF, Role.ASSESSOR)


def as_seen(actor: Actor, rows: Iterable[GuidanceRecord]) -> list[RecordRow]:
    """Return records (of `reachable`) as the actor may see them; a guardian reads what was written for families."""
    rows = list(rows)
    said = for_guardian(actor, rows) if rows and actor.person_kind == "guardian" and only_printed(actor) else {}
    return [_seen(actor, row, said.get((row.occasion, row.student_id), USUAL)) for row in rows]


def _seen(actor: Actor, row: GuidanceRecord, said: Released) -> RecordRow:
    readable: bool = row.readable  # type: ignore[attr-defined] # annotated by `reachable`
    way, today = way_of(row.kind, row.channel), clock.today()
    entered = timezone.localtime(row.entered_at).date()
    mine = row.by_id == actor.person_id
    tells = readable or only_printed(actor)
    return RecordRow(
        pk=row.pk,
        occasion=row.occasion,
        student_id=row.student_id,
        student=row.student.name,
        class_name=row.school_class.name,
        by=row.by.name,
        label=str(way.label),
        icon=way.icon,
        held_on=row.held_on,
        day=full_date(row.held_on),
        when=ago(row.held_on, today),
        entered=full_date(entered) if entered != row.held_on else "",
        dates=dated(row.held_on, entered),
        made=row.made,
        state=row.state,
        version=row.version,
        sentence=said.words(sentence(row, [row.student.name])) if tells else "",
        readable=readable,
        is_mine=mine,
        may_undo=mine and _may_undo(row),
        private_text=row.private_text if readable else "",
        next_step=row.next_step if readable else "",
        next_on=row.next_on if readable else None,
        next_day=full_date(row.next_on) if readable and row.next_on else "",
        correction_reason=row.correction_reason if readable else "",
    )


def _may_undo(row: GuidanceRecord) -> bool:
    fresh = row.version == 1 and clock.now() - row.entered_at <= UNDO
    return fresh and row.state == GuidanceRecord.State.SUBMITTED


def sentence(row: GuidanceRecord, students: list[str]) -> str:
    """Return the printed sentence of a record for these students."""
    return printed(
        held_on=row.held_on,
        students=students,
        kind=row.kind,
        channel=row.channel,
        place=row.place,
        theme=row.theme,
        topics=row.guidances,
        made=row.made,
    )


def log_readings(actor: Actor, rows: Iterable[GuidanceRecord], page: str, *, whole: bool = False) -> None:
    """Log that the actor is about to read texts of which the actor is neither writer nor the student's mentor today;
    `whole`: something is read although no text may be there, as a photo.
    """
    seen = [
        row.pk
        for row in rows
        if row.readable  # type: ignore[attr-defined] # annotated by `reachable`
        and (whole or row.private_text or row.next_step or row.correction_reason)
        and actor.person_id not in {row.by_id, row.student.mentor_id}
    ]
    log_view(actor, "guidance.record", seen, page=page)


def get_record(actor: Actor, pk: uuid.UUID) -> GuidanceRecord:
    """Return a record of which the actor may see anything; 404 otherwise, as if there were none."""
    found = reachable(actor).filter(pk=pk).first()
    if found is None or (only_printed(actor) and found.state != GuidanceRecord.State.SUBMITTED):
        raise Http404
    return found


def get_own_record(actor: Actor, pk: uuid.UUID) -> GuidanceRecord:
    """Return a record that the actor wrote and may still read; 404 for any other."""
    rows = GuidanceRecord.objects.filter(texts(actor), pk=pk).select_related("student", "by", "school_class")
    found: GuidanceRecord | None = RECORD.within(rows, actor, "correct").first()
    if found is None:
        raise Http404
    return found
