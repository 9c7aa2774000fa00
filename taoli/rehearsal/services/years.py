"""The demo's summers: a class that graduated, a plan for the next year, and three who left or came back."""

import datetime as dt

from taoli.common import clock
from taoli.common.unit import change
from taoli.handover.models import Leaving, YearChange, YearClass
from taoli.handover.services.years import add_exception, open_year
from taoli.matching.queries.pairings import live_pairings
from taoli.rehearsal.services.pairing import PAIRED_FROM
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import ClassStay, SchoolClass, Student
from taoli.roster.services.names import sort_key

SUMMER = dt.date(2026, 8, 31)
CAME = dt.date(2023, 9, 1)
GRADUATES = (("B26901", "叶知秋"), ("B26902", "江晚晴"), ("B26903", "云开岫"))
LEFT = (
    ("B26911", "风前树", Leaving.Reason.TRANSFERRED, dt.date(2026, 10, 16), None, "随家人迁往外地"),
    ("B26912", "雪见春", Leaving.Reason.SUSPENDED, dt.date(2026, 9, 30), dt.date(2027, 9, 1), "在家休养"),
)


def load_years(loaded: Loaded) -> None:
    """Write a change of year of last summer and draft the next one; once."""
    if YearChange.objects.of(loaded.school).exists():
        return
    rooms = SchoolClass.objects.of(loaded.school).order_by("-grade__order", "number", "name")
    room = rooms[0]
    with change(by=loaded.by, action="rehearsal.load_years"):
        _graduated(loaded, room)
        _left(loaded, room)
        row = open_year(by=loaded.by)
        first = live_pairings(loaded.school.pk, PAIRED_FROM)[0].student
        add_exception(by=loaded.by, pk=row.pk, edit=row.edit, student_id=first.pk, way="repeats")


def _student(loaded: Loaded, room: SchoolClass, number: str, name: str, left_on: dt.date) -> Student:
    row = Student.objects.create(
        school=loaded.school, number=number, name=name, sort_key=sort_key(name), school_class=room, left_on=left_on
    )
    ClassStay.objects.create(school=loaded.school, student=row, school_class=room, starts=CAME, ends=left_on)
    return row


def _graduated(loaded: Loaded, room: SchoolClass) -> None:
    at = dt.datetime.combine(SUMMER, dt.time(10), tzinfo=clock.now().tzinfo)
    row = YearChange.objects.create(
        school=loaded.school,
        state=YearChange.State.APPLIED,
        term_name="2026-2027学年第一学期",
        starts=SUMMER + dt.timedelta(days=1),
        ends=dt.date(2027, 1, 29),
        on=SUMMER + dt.timedelta(days=1),
        counts={"up": 0, "left": len(GRADUATES), "repeats": 0, "stays": 0},
        before={"puts": [], "makes": [], "term": []},
        made_at=at,
        applied_at=at,
    )
    YearClass.objects.create(school=loaded.school, change=row, school_class=room, way=YearClass.Way.GRADUATES)
    for number, name in GRADUATES:
        _student(loaded, room, number, name, SUMMER)


def _left(loaded: Loaded, room: SchoolClass) -> None:
    for number, name, reason, last, until, note in LEFT:
        student = _student(loaded, room, number, name, last)
        _leaving(loaded, student, reason=reason, last=last, until=until, note=note)
    back = live_pairings(loaded.school.pk, PAIRED_FROM)[1]
    facts = {"reason": Leaving.Reason.SUSPENDED, "last": dt.date(2026, 3, 13), "returned_on": dt.date(2026, 9, 1)}
    _leaving(loaded, back.student, pairing=back, **facts)


def _leaving(loaded: Loaded, student: Student, **facts: object) -> None:
    Leaving.objects.create(
        school=loaded.school,
        student=student,
        school_class_id=student.school_class_id,
        entered_at=clock.now(),
        **facts,
    )
