"""A family that would rather not: a fact that duties know, so that nobody owes the visit and nobody asks again."""

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.models import Act
from taoli.duties.services import NewAct, replace_acts
from taoli.guidance.models import Appointment
from taoli.guidance.phrases import WAY_OF_PLACE, WAYS
from taoli.guidance.queries.appointments import students_of

SOURCE = "guidance.appointment"
VISITS = frozenset({"home_visit"})  # what needs the family's yes; any other contact can be had another way


def note_refusal(*, by: Actor, row: Appointment, whole: bool) -> None:
    """Note that a family has declined a visit, this time or (`whole`) in this period; in the caller's transaction.

    The appointment is the occasion, so that saying it twice is said once and the latest answer stands.
    """
    way, today = WAYS[WAY_OF_PLACE[row.place]], clock.today()
    if way.kind not in VISITS:
        return
    refused = Act.Refused.PERIOD if whole else Act.Refused.ONCE
    replace_acts(
        by=by,
        occasion=row.pk,
        acts=[
            NewAct(
                occasion=row.pk,
                source=SOURCE,
                source_id=row.pk,
                kind=way.kind,
                channel=way.channel,
                mentor_id=row.mentor_id,
                student_id=student.pk,
                held_on=today,
                entered_on=today,
                made=False,
                refused=refused,
            )
            for student in students_of(row)
        ],
    )


def take_back_refusal(*, by: Actor, row: Appointment) -> None:
    """The family has thought better of it: forget what it declined."""
    if Act.objects.of(row.school_id).filter(occasion=row.pk, source=SOURCE).exists():
        replace_acts(by=by, occasion=row.pk)
