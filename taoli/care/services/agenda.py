"""The own list for the next class conference."""

import uuid
from collections.abc import Collection

from taoli.care.models import AgendaNote
from taoli.care.queries.agenda import get_note
from taoli.care.queries.own import me
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import Student
from taoli.roster.permissions import STUDENT


def note_for_agenda(*, by: Actor, student_ids: Collection[uuid.UUID]) -> int:
    """Put students within reach on the own list; return how many are new on it."""
    with change(by=by, action="agenda.note", students=sorted(map(str, student_ids))) as note:
        rows = STUDENT.within(Student.objects.filter(pk__in=student_ids, left_on=None), by, "view")
        there = AgendaNote.objects.of(by.school_id).filter(staff_id=me(by), crossed_at=None)
        known = set(there.values_list("student_id", flat=True))
        new = [one for one in rows if one.pk not in known]
        AgendaNote.objects.bulk_create(
            AgendaNote(school_id=by.school_id, staff_id=me(by), student=one, noted_on=clock.today()) for one in new
        )
        note.data["count"] = len(new)
    return len(new)


def cross_off(*, by: Actor, pk: uuid.UUID) -> None:
    """Cross one off the own list."""
    row = get_note(by, pk)
    with change(by=by, action="agenda.cross_off", object_id=row.pk):
        AgendaNote.objects.of(by.school_id).filter(pk=row.pk, crossed_at=None).update(crossed_at=clock.now())
