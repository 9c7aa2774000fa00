"""What the family shall read of a record, said by its writer."""

import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import FamilyText
from taoli.guidance.queries.records import get_own_record, sentence

MOST = 200


def release_text(*, by: Actor, pk: uuid.UUID, text: str, withheld: bool) -> FamilyText | None:
    """Let the family of one's own record read these words, or (`withheld`) the day and the way only.

    Empty, or the printed sentence itself: the sentence again, and no row (None). 404: not one's own. TaoliError: too
    long.
    """
    record, text = get_own_record(by, pk), " ".join(text.split())
    if len(text) > MOST:
        raise TaoliError(_("This is longer than %(most)s characters. Please say the most important.") % {"most": MOST})
    usual = not withheld and text in {"", sentence(record, [record.student.name])}
    with change(by=by, action="record.release", object_id=record.occasion, record=pk, withheld=withheld):
        rows = FamilyText.objects.of(by.school_id).filter(occasion=record.occasion, student_id=record.student_id)
        rows.filter(closed_at=None).update(closed_at=clock.now())
        if usual:
            return None
        return FamilyText.objects.create(
            school_id=by.school_id,
            occasion=record.occasion,
            student_id=record.student_id,
            by_id=record.by_id,
            text="" if withheld else text,
            withheld=withheld,
            said_at=clock.now(),
        )
