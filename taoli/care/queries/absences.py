"""What a mentor who cannot come says instead: prefilled from the own last record of each student."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.care.models import AbsentLine, Attendance, Conference
from taoli.care.queries.agendas import students_of
from taoli.care.queries.conferences import OPEN, get_conference
from taoli.care.queries.own import me
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.phrases import short_date, way_of
from taoli.roster.models import Student
from taoli.roster.permissions import STUDENT

LONGEST = 300
LATELY = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """One own student and the line that is offered."""

    student_id: uuid.UUID
    name: str
    room: str
    text: str


def get_expected(actor: Actor, pk: uuid.UUID) -> Conference:
    """Return an open conference at which the actor is expected; 404 otherwise."""
    found = get_conference(actor, pk)
    rows = Attendance.objects.of(actor.school_id).filter(conference_id=pk, staff_id=me(actor))
    if found.state not in OPEN or not rows.exists():
        raise Http404
    return found


def absence_lines(actor: Actor, conference: Conference) -> list[AbsenceLine]:
    """Return one line for each own student of the conference: what was sent, else the day and way of the last record
    and its next step; four queries.
    """
    near = STUDENT.within(students_of(actor.school_id, conference), actor, "view")
    students = [one for one in near if one.mentor_id == me(actor)]
    sent = AbsentLine.objects.of(actor.school_id).filter(conference_id=conference.pk, staff_id=me(actor))
    said = dict(sent.values_list("student_id", "text"))
    last = _last(actor, students)
    return [
        AbsenceLine(one.pk, one.name, one.school_class.name, said.get(one.pk, last.get(one.pk, ""))) for one in students
    ]


def _last(actor: Actor, students: list[Student]) -> dict[uuid.UUID, str]:
    rows = (
        GuidanceRecord.objects.of(actor.school_id)
        .filter(student__in=students, by_id=me(actor), made=True, state=GuidanceRecord.State.SUBMITTED)
        .filter(held_on__gte=clock.today() - LATELY)
    )
    found: dict[uuid.UUID, str] = {}
    for one in rows.order_by("held_on", "entered_at", "id"):
        way = way_of(one.kind, one.channel)
        # Not the private text: it was written for other readers than a meeting.
        said = [f"{short_date(one.held_on)} {way.label}", one.next_step]
        found[one.student_id] = " · ".join(part for part in said if part)[:LONGEST]
    return found
