"""A month of a class: one line a student."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.archive.models import MonthlyPerformance
from taoli.archive.queries.performance import aspects_of, performed_students
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """One student's line as typed; `edit` as it was when the page was opened."""

    student_id: uuid.UUID
    aspects: Sequence[str]
    sentence: str
    edit: int = 0


def write_month(*, by: Actor, room: str, month: dt.date, lines: Sequence[MonthLine]) -> int:
    """Write the lines of a month that have changed and return how many.

    TaoliError: a month in the future, a sentence too long; ConflictError, nothing written, when another adult changed
    one of these lines meanwhile.
    """
    first = month.replace(day=1)
    if first > clock.today():
        raise TaoliError(_("This month has not begun yet."))
    with change(by=by, action="performance.write", object_id=room, month=first) as note:
        students = {one.pk: one for one in performed_students(by, room)}
        offered = aspects_of(by.school_id)
        rows = MonthlyPerformance.objects.of(by.school_id).filter(student__in=students.values(), month=first)
        known = {row.student_id: row for row in rows.select_for_update(of=("self",))}
        written = 0
        for line in lines:
            if line.student_id in students:
                row = known.get(line.student_id)
                written += _write(by, row, students[line.student_id].name, line, first, offered)
        note.data |= {"students": written}
    return written


def _write(
    by: Actor,
    row: MonthlyPerformance | None,
    name: str,
    line: MonthLine,
    month: dt.date,
    offered: Sequence[str],
) -> bool:
    sentence = " ".join(line.sentence.split())
    if len(sentence) > MOST:
        raise TaoliError(_("%(name)s: the sentence has more than 100 characters. Please shorten it.") % {"name": name})
    kept = [*offered, *(row.aspects if row else [])]
    aspects = [one for one in dict.fromkeys(kept) if one in line.aspects]
    if (aspects, sentence) == ((row.aspects, row.sentence) if row else ([], "")):
        return False
    if (row.edit if row else 0) != line.edit:
        raise ConflictError(
            _("%(name)s: another adult wrote this line meanwhile. Nothing was saved; please look at it again.")
            % {"name": name}
        )
    row = row or MonthlyPerformance(school_id=by.school_id, student_id=line.student_id, month=month, edit=0)
    row.aspects, row.sentence, row.entered_at, row.edit = aspects, sentence, clock.now(), row.edit + 1
    row.staff_id = by.person_id
    row.save()
    return True
