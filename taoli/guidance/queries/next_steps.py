"""My own next steps that are still open: what a record said shall come, and calls to be tried again."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.models import GuidanceRecord, StepTick
from taoli.guidance.phrases import short_date, way_for
from taoli.guidance.queries.records import reachable, texts

SUBMITTED = GuidanceRecord.State.SUBMITTED
LOOK_BACK = dt.timedelta(days=180)


@dataclass(frozen=True, slots=True)
class OpenStep:
    """What is to come with whom: `pk` is one of its records, `on` the day it was set for, `way` the way it leads to.

    `again`: nobody answered, and it shall be tried again; it closes by itself with the next record of that kind.
    """

    pk: uuid.UUID
    occasion: uuid.UUID
    words: str
    student_ids: Sequence[uuid.UUID]
    students: Sequence[str]
    on: dt.date | None
    day: str
    is_due: bool
    way: str
    again: bool


def open_steps(actor: Actor, limit: int = 30) -> list[OpenStep]:
    """Return the actor's own open next steps, the nearest day first, those without a day last; one query.

    Of a text that the actor may no longer read (a mentor of long ago) nothing is said.
    """
    today = clock.today()
    rows = reachable(actor).filter(texts(actor), by_id=actor.person_id, state=SUBMITTED, held_on__gte=today - LOOK_BACK)
    wanted = rows.filter(~Q(next_step="") | Q(next_on__isnull=False), student__left_on=None)
    ticked = StepTick.objects.of(actor.school_id).filter(record_id=OuterRef("pk"), done=True)
    later = GuidanceRecord.objects.of(actor.school_id).filter(
        by_id=OuterRef("by_id"),
        student_id=OuterRef("student_id"),
        kind=OuterRef("kind"),
        state=SUBMITTED,
        made=True,
        entered_at__gte=OuterRef("entered_at"),
        pk__gt=OuterRef("pk"),  # of one moment, the later one
    )
    found = wanted.exclude(Exists(ticked)).exclude(Q(made=False, next_step="") & Exists(later))
    together: dict[tuple[object, ...], list[GuidanceRecord]] = {}
    for row in found.order_by("next_on", "held_on", "student__sort_key", "id")[: limit * 8]:
        together.setdefault((row.occasion, row.next_step, row.next_on), []).append(row)
    steps = [_step(same, today) for same in together.values()]
    return sorted(steps, key=lambda one: (one.on is None, one.on or today))[:limit]


def _step(rows: list[GuidanceRecord], today: dt.date) -> OpenStep:
    first = rows[0]
    again = not first.made and not first.next_step
    return OpenStep(
        pk=first.pk,
        occasion=first.occasion,
        words=_("Try again") if again else first.next_step or _("See each other again"),
        student_ids=[row.student_id for row in rows],
        students=[row.student.name for row in rows],
        on=first.next_on,
        day=_when(first.next_on, today),
        is_due=first.next_on is not None and first.next_on <= today,
        way=way_for([first.kind], [first.channel]),
        again=again,
    )


def _when(day: dt.date | None, today: dt.date) -> str:
    if day is None:
        return ""
    near = {today: _("today"), today + dt.timedelta(days=1): _("tomorrow")}
    return near.get(day) or short_date(day)
