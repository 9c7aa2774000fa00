"""What counts for a mentor's duties, pushed forward once: entries of the archive, the mentor's voice."""

import datetime as dt
import uuid

from django.utils.timezone import localdate

from taoli.archive.models import EvaluationVoice, GrowthEntry
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.services import NewAct, add_acts
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import holding


def count_entry(by: Actor, row: GrowthEntry) -> None:
    """Count an entry that the student's mentor of that day wrote."""
    if row.staff_id:
        _count(by, row.occasion, "archive_entry", row.staff_id, row.student_id, row.happened_on)


def count_voice(by: Actor, row: EvaluationVoice, student_id: uuid.UUID) -> None:
    """Count a mentor's voice on the day of its writing."""
    if row.kind == EvaluationVoice.Kind.MENTOR and row.staff_id:
        _count(by, row.pk, "term_evaluation", row.staff_id, student_id, localdate(row.written_at))


def _count(by: Actor, occasion: uuid.UUID, kind: str, staff: uuid.UUID, student: uuid.UUID, day: dt.date) -> None:
    rows = Pairing.objects.of(by.school_id).filter(holding(day), mentor_id=staff, student_id=student)
    pairing = rows.order_by("-starts", "id").first()
    if pairing is None:
        return
    act = NewAct(
        occasion=occasion,
        source="archive",
        source_id=occasion,  # one for all versions
        kind=kind,
        channel="paper",
        mentor_id=staff,
        student_id=student,
        held_on=day,
        entered_on=clock.today(),
        group_id=pairing.group_id,
    )
    add_acts(by=by, acts=[act])
