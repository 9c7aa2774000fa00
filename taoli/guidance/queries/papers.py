"""What students have written, as far as one may read it."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import BooleanField, Case, Count, Max, QuerySet, Value, When
from django.http import Http404
from django.utils.timezone import localtime

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.duties.queries import surname
from taoli.guidance.models import GuidanceRecord, StudentPaper
from taoli.guidance.permissions import PAPER, WRITER
from taoli.guidance.phrases import ago, full_date, way_of
from taoli.roster.models import Student

SUBMITTED = StudentPaper.State.SUBMITTED
LATELY = dt.timedelta(days=7)
RECENT = dt.timedelta(days=42)  # a talk so long ago may still be thought about


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as its reader may see it; answers that may not be read are not in it."""

    pk: uuid.UUID
    student_id: uuid.UUID
    student: str
    class_name: str
    kind: str
    label: str
    day: str
    when: str
    entered: str
    late: bool
    paper: bool
    version: int
    current: bool
    readable: bool
    answers: list[tuple[str, str]]
    about: str
    read: bool
    read_by: str
    answer: str


def reachable(actor: Actor) -> "QuerySet[StudentPaper]":
    """Return all papers of which the actor may see anything, each with `readable`: whether the words too."""
    view = PAPER.scope(actor, "view")
    yes, no = Value(value=True), Value(value=False)
    readable = Case(When(view, then=yes), default=no, output_field=BooleanField())
    rows = StudentPaper.objects.of(actor.school_id).filter(view | PAPER.scope(actor, "evidence"))
    return rows.annotate(readable=readable).select_related("student__school_class", "school_class", "read_by", "record")


def papers_of(actor: Actor, student_id: uuid.UUID) -> "QuerySet[StudentPaper]":
    """Return a student's papers in force, newest first."""
    return reachable(actor).filter(student_id=student_id, state=SUBMITTED).order_by("-held_on", "-entered_at", "-id")


def to_read(actor: Actor) -> "QuerySet[StudentPaper]":
    """Return the papers of one's own students of today that nobody has ticked as read, the oldest first."""
    rows = PAPER.within(reachable(actor), actor, "answer")
    return rows.filter(state=SUBMITTED, read_at=None, student__left_on=None).order_by("entered_at", "id")


def count_to_read(actor: Actor) -> int:
    """Return how many papers wait to be read by the actor; one query."""
    rows = StudentPaper.objects.filter(state=SUBMITTED, read_at=None, student__left_on=None)
    return PAPER.within(rows, actor, "answer").count()


def get_paper(actor: Actor, pk: uuid.UUID) -> StudentPaper:
    """Return a paper of which the actor may see anything; 404 otherwise."""
    found = reachable(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def read_paper(actor: Actor, pk: uuid.UUID) -> list[PaperRow]:
    """Return a paper and its older versions, the newest first; readings by others than its two are logged first."""
    paper = get_paper(actor, pk)
    older = reachable(actor).filter(occasion=paper.occasion, version__lt=paper.version).order_by("-version")
    rows = [paper, *(older if paper.readable else [])]  # type: ignore[attr-defined] # annotated by `reachable`
    log_papers(actor, rows, page="guidance:paper_show")
    return as_seen(rows, words=True)


def log_papers(actor: Actor, rows: Collection[StudentPaper], page: str) -> None:
    """Log that somebody other than the student and the mentor of today is about to read."""
    seen = [
        row.pk
        for row in rows
        if row.readable  # type: ignore[attr-defined] # annotated by `reachable`
        and actor.person_id not in {row.student_id, row.student.mentor_id}
    ]
    log_view(actor, "guidance.paper", seen, page=page)


def as_seen(rows: Iterable[StudentPaper], *, words: bool = False) -> list[PaperRow]:
    """Return papers (of `reachable`) for a page; `words`: with what stands in them, where it may be read."""
    today = clock.today()
    return [_seen(row, today, words=words) for row in rows]


def _seen(row: StudentPaper, today: dt.date, *, words: bool) -> PaperRow:
    readable: bool = row.readable and words  # type: ignore[attr-defined] # annotated by `reachable`
    entered = localtime(row.entered_at).date()
    return PaperRow(
        pk=row.pk,
        student_id=row.student_id,
        student=row.student.name,
        class_name=row.student.school_class.name,
        kind=row.kind,
        label=row.get_kind_display(),
        day=full_date(row.held_on),
        when=ago(row.held_on, today),
        entered=full_date(entered) if entered != row.held_on else "",
        late=row.late,
        paper=row.source == StudentPaper.Source.PAPER,
        version=row.version,
        current=row.state == SUBMITTED,
        readable=readable,
        answers=[(question, answer) for question, answer in row.answers if answer] if readable else [],
        about=f"{full_date(row.record.held_on)} {way_of(row.record.kind, row.record.channel).label}"
        if row.record
        else "",
        read=row.read_at is not None,
        read_by=surname(row.read_by.name) if row.read_by else "",
        answer=row.answer if readable else "",
    )


@dataclass(frozen=True, slots=True)
class TalkChoice:
    """A talk of which a student may write: the day, the way and the adult, nothing that was noted."""

    pk: uuid.UUID
    words: str


def recent_talks(school_id: int, student_id: uuid.UUID) -> list[TalkChoice]:
    """Return the student's talks of the last weeks, newest first."""
    rows = GuidanceRecord.objects.of(school_id).filter(
        student_id=student_id,
        state=GuidanceRecord.State.SUBMITTED,
        made=True,
        kind__in=("talk", "group_talk", "group_activity"),
        held_on__gte=clock.today() - RECENT,
    )
    return [
        TalkChoice(row.pk, f"{full_date(row.held_on)} {surname(row.by.name)} {way_of(row.kind, row.channel).label}")
        for row in rows.select_related("by").order_by("-held_on", "-id")[:10]
    ]


def get_writer(actor: Actor, student_id: uuid.UUID, action: str = "write") -> Student:
    """Return a present student for whom the actor may write or type papers; 404 otherwise."""
    rows = WRITER.within(Student.objects.filter(pk=student_id, left_on=None), actor, action)
    found: Student | None = rows.select_related("school_class", "mentor").first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class HandedIn:
    """How many papers of a kind a student has handed in since a day, and when last."""

    count: int
    last: dt.date


def handed_in(
    school_id: int, student_ids: Collection[uuid.UUID], since: dt.date
) -> dict[tuple[uuid.UUID, str], HandedIn]:
    """Return (student, kind) → how many and when last; dates only, one query."""
    rows = StudentPaper.objects.of(school_id).filter(student_id__in=student_ids, state=SUBMITTED, held_on__gte=since)
    sums = rows.values_list("student_id", "kind").annotate(count=Count("pk"), last=Max("held_on")).order_by()
    return {(student, kind): HandedIn(count, last) for student, kind, count, last in sums}


def answerable(actor: Actor, pk: uuid.UUID) -> bool:
    """Say whether the actor mentors the student of a paper today."""
    return PAPER.within(StudentPaper.objects.filter(pk=pk), actor, "answer").exists()


def answered_lately(school_id: int, student_id: uuid.UUID) -> bool:
    """Say whether the mentor has answered a paper of the student in the last week."""
    rows = StudentPaper.objects.of(school_id).filter(student_id=student_id, state=SUBMITTED)
    return rows.exclude(answer="").filter(read_at__gte=clock.now() - LATELY).exists()
