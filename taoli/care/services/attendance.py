"""Who came, and what those say who cannot."""

import uuid
from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from taoli.care.models import AbsentLine, Attendance, Conference
from taoli.care.queries.absences import LONGEST, absence_lines, get_expected
from taoli.care.queries.conferences import get_managed
from taoli.care.queries.own import me
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change

State = Attendance.State


def mark_attendance(*, by: Actor, pk: uuid.UUID, here: Collection[uuid.UUID]) -> int:
    """Say who is there; the others are excused where they sent word, else not there. Return how many are there."""
    with change(by=by, action="conference.attendance", object_id=pk) as note:
        conference = get_managed(by, pk)
        if conference.state == Conference.State.CANCELLED:
            raise TaoliError(_("This conference does not take place."))
        rows = Attendance.objects.of(by.school_id).filter(conference_id=pk)
        rows.filter(staff_id__in=here).update(state=State.PRESENT)
        sent = AbsentLine.objects.of(by.school_id).filter(conference_id=pk).values("staff_id")
        others = rows.exclude(staff_id__in=here)
        others.filter(staff_id__in=sent).update(state=State.EXCUSED)
        others.exclude(staff_id__in=sent).exclude(state=State.EXCUSED).update(state=State.ABSENT)
        note.data["here"] = count = rows.filter(state=State.PRESENT).count()
    return count


def send_absence(*, by: Actor, pk: uuid.UUID, lines: Mapping[uuid.UUID, str]) -> int:
    """Say that one cannot come, with one line for each own student; empty lines are left out. Return how many lines.

    TaoliError: a line that is too long. Lines about other people's students are not written.
    """
    with change(by=by, action="conference.absent", object_id=pk) as note:
        conference = get_expected(by, pk)
        own = {one.student_id for one in absence_lines(by, conference)}
        rows = AbsentLine.objects.of(by.school_id).filter(conference_id=pk, staff_id=me(by))
        said = {student: " ".join(text.split()) for student, text in lines.items() if student in own}
        if any(len(text) > LONGEST for text in said.values()):
            raise TaoliError(_("A line has at most 300 characters. What matters most is enough."))
        rows.filter(student_id__in=said).delete()
        AbsentLine.objects.bulk_create(
            AbsentLine(
                school_id=by.school_id,
                conference_id=pk,
                staff_id=me(by),
                student_id=student,
                text=text,
                sent_at=clock.now(),
            )
            for student, text in said.items()
            if text
        )
        seat = Attendance.objects.of(by.school_id).filter(conference_id=pk, staff_id=me(by))
        seat.update(state=State.EXCUSED)
        note.data["lines"] = len([text for text in said.values() if text])
    return int(note.data["lines"])
