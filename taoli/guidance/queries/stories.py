"""Records in a row: a student's story, my own, what was just saved."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import Http404
from django.utils.timezone import localtime

from taoli.common import clock
from taoli.common.models import ViewLog
from taoli.common.policy import Actor
from taoli.duties.models import Act
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.permissions import GUIDED
from taoli.guidance.phrases import STRENGTHS, full_date, strength_words, way_for
from taoli.guidance.queries.records import RecordRow, as_seen, log_readings, reachable, sentence
from taoli.matching.queries.pairings import holding
from taoli.roster.models import GroupMember, Staff, Student

SUBMITTED = GuidanceRecord.State.SUBMITTED


def get_told_student(actor: Actor, pk: uuid.UUID) -> Student:
    """Return a student whose story the actor may open; 404 otherwise."""
    rows = Student.objects.filter(pk=pk)
    found: Student | None = (
        GUIDED.within(rows, actor, "timeline").select_related("school_class__homeroom_teacher", "mentor").first()
    )
    if found is None:
        raise Http404
    return found


def is_told(actor: Actor, pk: uuid.UUID) -> bool:
    """Say whether the actor may open a student's story; not of somebody met on duty."""
    return GUIDED.within(Student.objects.filter(pk=pk), actor, "timeline").exists()


def story(actor: Actor, student_id: uuid.UUID) -> "QuerySet[GuidanceRecord]":
    """Return the records of a student by any adult, newest first, as far as the actor sees anything of them."""
    return reachable(actor).filter(student_id=student_id, state=SUBMITTED).order_by("-held_on", "-entered_at", "-id")


def timeline(actor: Actor, student_id: uuid.UUID, limit: int = 50) -> list[RecordRow]:
    """Return a student's newest records as the actor may see them; readings of others' texts are logged first."""
    get_told_student(actor, student_id)
    rows = list(story(actor, student_id)[:limit])
    log_readings(actor, rows, page="guidance:timeline")
    return as_seen(actor, rows)


def strengths_of(student: Student) -> dict[str, object]:
    """Return the words for what a student is good at, and all that are offered."""
    offered = [
        {"code": code, "label": str(word), "there": code in student.strengths} for code, word in STRENGTHS.items()
    ]
    return {"words": strength_words(student.strengths), "offered": offered}


def declined_days(actor: Actor, student_id: uuid.UUID, most: int = 3) -> list[str]:
    """Return the newest days on which the family has declined a visit; an answer like any other."""
    rows = Act.objects.of(actor.school_id).filter(student_id=student_id).exclude(refused="")
    return [full_date(day) for day in rows.order_by("-held_on").values_list("held_on", flat=True)[:most]]


def mine(actor: Actor, text: str = "") -> "QuerySet[GuidanceRecord]":
    """Return what the actor wrote, newest first, narrowed by a student's name."""
    rows = reachable(actor).filter(by_id=actor.person_id, state=SUBMITTED)
    if text:
        rows = rows.filter(Q(student__name__contains=text) | Q(student__sort_key__contains=text.lower()))
    return rows.order_by("-held_on", "-entered_at", "-id")


def versions(actor: Actor, record: GuidanceRecord) -> list[RecordRow]:
    """Return the older versions of a record, the latest first; for readers of its text only."""
    rows = reachable(actor).filter(occasion=record.occasion, student_id=record.student_id).exclude(pk=record.pk)
    older = [row for row in rows.order_by("-version") if row.readable]  # type: ignore[attr-defined]
    log_readings(actor, older, page="guidance:record_show")
    return as_seen(actor, older)


def together(record: GuidanceRecord) -> list[Student]:
    """Return the students of the record's occasion, for its writer."""
    rows = GuidanceRecord.objects.of(record.school_id).filter(
        occasion=record.occasion, by_id=record.by_id, state=SUBMITTED
    )
    return [row.student for row in rows.select_related("student").order_by("student__sort_key", "id")]


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody other than writer and mentor read the text."""

    name: str
    day: str


def readings(actor: Actor, record: GuidanceRecord) -> list[Reading] | None:
    """Return who has read a record's text, for its writer and the student's homeroom teacher; None for others."""
    if actor.person_id not in {record.by_id, record.student.school_class.homeroom_teacher_id}:
        return None
    log = ViewLog.objects.of(record.school_id).filter(noun="guidance.record", at__gte=record.entered_at)
    rows = log.annotate(seen=Cast("ids", TextField())).filter(seen__contains=str(record.pk))
    found = list(rows.order_by("-at").values_list("person_id", "at"))
    names = Staff.objects.of(record.school_id).in_bulk({person for person, _at in found if person})
    return [Reading(names[person].name, full_date(localtime(at).date())) for person, at in found if person in names]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was just written, and the others of the group for whom the same may be noted."""

    pk: uuid.UUID
    sentence: str
    late: str
    may_undo: bool
    way: str
    others: Sequence[Student]
    alone: uuid.UUID | None = None  # the student, where there was only one


def saved(actor: Actor, occasion: uuid.UUID | None) -> Saved | None:
    """Return the actor's own occasion with its printed sentence, or None."""
    if occasion is None:
        return None
    rows = list(reachable(actor).filter(by_id=actor.person_id, occasion=occasion, state=SUBMITTED).order_by("id"))
    if not rows:
        return None
    first = rows[0]
    seen = as_seen(actor, [first])[0]
    return Saved(
        pk=first.pk,
        sentence=sentence(first, [row.student.name for row in rows]),
        late=seen.dates if seen.entered else "",
        may_undo=seen.may_undo,
        way=way_for([first.kind], [first.channel]),
        others=_others(actor, [row.student_id for row in rows]),
        alone=first.student_id if len(rows) == 1 else None,
    )


def _others(actor: Actor, student_ids: list[uuid.UUID]) -> list[Student]:
    """Return my mentees of the same groups who were not there."""
    today = clock.today()
    members = GroupMember.objects.of(actor.school_id).filter(holding(today))
    groups = members.filter(student_id__in=student_ids).values("group_id")
    near = members.filter(group_id__in=groups).values("student_id")
    rows = Student.objects.of(actor.school_id).filter(pk__in=near, mentor_id=actor.person_id, left_on=None)
    return list(rows.exclude(pk__in=student_ids).order_by("sort_key", "id"))


def printed_rows(actor: Actor, student_id: uuid.UUID, limit: int = 50) -> list[RecordRow]:
    """Return a student's newest records for the pages of student and family: date, kind, printed sentence."""
    get_told_student(actor, student_id)
    return as_seen(actor, story(actor, student_id)[:limit])
