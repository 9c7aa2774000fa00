"""Who has left, as far as one may read it."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import Http404
from django.utils.timezone import localtime

from taoli.care.models import CareCase
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.models import Appointment
from taoli.handover.models import Leaving
from taoli.handover.permissions.leaving import LEAVING
from taoli.handover.queries.released import OPEN
from taoli.matching.models import Pairing
from taoli.roster.models import Student

UNDO = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class LeavingRow:
    """One line of the list."""

    pk: uuid.UUID
    student: str
    room: str
    mentor: str
    last: dt.date
    reason: str
    until: dt.date | None
    note: str
    returned_on: dt.date | None
    undoable: bool
    may_return: bool


def leavings(actor: Actor) -> list[LeavingRow]:
    """Return who has left, the latest first; reasons are sensitive, so the reading is logged first."""
    rows = LEAVING.within(Leaving.objects.filter(undone_at=None), actor, "view")
    found = list(
        rows.select_related("student", "school_class", "pairing__mentor").order_by("-last", "-entered_at", "-id")
    )
    log_view(actor, "handover.leaving", [row.pk for row in found], page="handover:leaving_list")
    return [_row(row) for row in found]


def _row(row: Leaving) -> LeavingRow:
    live = row.returned_on is None
    return LeavingRow(
        pk=row.pk,
        student=row.student.name,
        room=row.school_class.name,
        mentor=row.pairing.mentor.name if row.pairing else "",
        last=row.last,
        reason=row.get_reason_display(),
        until=row.until,
        note=row.note,
        returned_on=row.returned_on,
        undoable=live and bool(row.before) and clock.now() - row.entered_at <= UNDO,
        may_return=live and row.reason != Leaving.Reason.DIED,
    )


def get_leaving(actor: Actor, pk: uuid.UUID, action: str = "view") -> Leaving:
    """Return one leaving; 404 for any other."""
    rows = LEAVING.within(Leaving.objects.filter(pk=pk, undone_at=None), actor, action)
    found: Leaving | None = rows.select_related("student", "school_class", "pairing__mentor").first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends with a student, by name: shown before anything is written."""

    student: Student
    mentor: str
    appointments: list[str]
    case_leader: str
    case: bool


def ending(school_id: int, text: str) -> list[Ending]:
    """Return what would end for the present students of a number or name."""
    rows = Student.objects.of(school_id).filter(left_on=None).select_related("school_class")
    found = list(rows.filter(number=text)[:2]) or list(rows.filter(name=text).order_by("number")[:10])
    return [_ending(one) for one in found]


def _ending(student: Student) -> Ending:
    school = student.school_id
    held = Pairing.objects.of(school).filter(student=student, ends=None).select_related("mentor").first()
    meetings = Appointment.objects.of(school).filter(student=student, state__in=OPEN).select_related("mentor")
    case = CareCase.objects.of(school).filter(student=student, state__in=("raised", "open")).select_related("leader")
    open_case = case.first()
    return Ending(
        student=student,
        mentor=held.mentor.name if held else "",
        appointments=[_meeting(one) for one in meetings.order_by("starts", "id")],
        case_leader=open_case.leader.name if open_case and open_case.leader else "",
        case=open_case is not None,
    )


def _meeting(row: Appointment) -> str:
    day = f" {localtime(row.starts):%Y-%m-%d %H:%M}" if row.starts else ""
    return f"{row.mentor.name}{day}"


def waiting_back(school_id: int) -> int:
    """Return how many who paused were expected back by today."""
    rows = Leaving.objects.of(school_id).filter(reason=Leaving.Reason.SUSPENDED, returned_on=None, undone_at=None)
    return rows.filter(until__lte=clock.today()).count()


def is_closed(school_id: int, student_id: uuid.UUID) -> bool:
    """Say whether a student's archive is closed for writing: the student has left, or has graduated."""
    return Student.objects.of(school_id).filter(pk=student_id).exclude(left_on=None).exists()


@dataclass(frozen=True, slots=True)
class Slip:
    """What the receiving slip prints."""

    student: str
    number: str
    school: str
    left: dt.date
    back: dt.date | None
    room: str
    teacher: str
    mentor: str


def slip_of(row: Leaving) -> Slip:
    """Return the receiving slip of a student who has come back; 404 while the student has not."""
    if row.returned_on is None:
        raise Http404
    people = Student.objects.of(row.school_id).select_related("school", "school_class__homeroom_teacher", "mentor")
    student = people.get(pk=row.student_id)
    teacher = student.school_class.homeroom_teacher
    return Slip(
        student=student.name,
        number=student.number,
        school=student.school.name,
        left=row.last,
        back=row.returned_on,
        room=student.school_class.name,
        teacher=teacher.name if teacher else "",
        mentor=student.mentor.name if student.mentor else "",
    )
