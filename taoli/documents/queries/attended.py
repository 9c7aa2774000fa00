"""Which conferences somebody took part in, as a handbook prints it: day and title, nothing that was said."""

import uuid
from collections import defaultdict
from collections.abc import Collection

from taoli.care.models import Attendance, Conference
from taoli.care.queries.conferences import seen
from taoli.common.policy import Actor
from taoli.guidance.phrases import full_date
from taoli.roster.models import Term

OPEN_KINDS = (
    *(Conference.Kind.DAILY, Conference.Kind.CLASS, Conference.Kind.GRADE),
    *(Conference.Kind.TEAM, Conference.Kind.EXCHANGE, Conference.Kind.MONTHLY),
)


def attended(actor: Actor, term: Term, staff: Collection[uuid.UUID]) -> dict[uuid.UUID, list[dict[str, str]]]:
    """Return staff → the term's conferences they came to, those only of which the actor sees anything; not those about
    one student, whose very title tells. One query.
    """
    held = Conference.objects.of(actor.school_id).filter(
        seen(actor), state=Conference.State.HELD, kind__in=OPEN_KINDS, held_on__range=(term.starts, term.ends)
    )
    rows = Attendance.objects.of(actor.school_id).filter(
        conference__in=held, staff_id__in=list(staff), state=Attendance.State.PRESENT
    )
    found: dict[uuid.UUID, list[dict[str, str]]] = defaultdict(list)
    for row in rows.select_related("conference__school_class", "conference__grade").order_by(
        "conference__held_on", "id"
    ):
        one = row.conference
        whose = one.school_class or one.grade
        label = f"{one.get_kind_display()} · {whose.name}" if whose else one.get_kind_display()
        found[row.staff_id].append({"on": full_date(one.held_on), "title": label, "place": one.place})
    return found
