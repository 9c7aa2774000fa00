"""A season's visits, offered in one go."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import Appointment
from taoli.guidance.queries.season import Day
from taoli.guidance.services.appointments import Offered, propose
from taoli.roster.models import Student


def plan_season(
    *,
    by: Actor,
    days: Sequence[Day],
    minutes: int,
    own_time: bool,
    seconds: Mapping[uuid.UUID, uuid.UUID],
    places: Mapping[uuid.UUID, str],
) -> list[Appointment]:
    """Offer each family on the days its time there; `seconds`: family → who comes along, `places`: → neighbourhood.

    TaoliError: nobody is on the days, or what an offer refuses, with the family named; nothing is offered then.
    """
    made = []
    with change(by=by, action="appointment.season", days=len(days)) as note:
        for stop in (one for day in days for one in day.stops):
            family = stop.family
            pks = [one.pk for one in family.students]
            offered = Offered(
                slots=[stop.starts], minutes=minutes, own_time=own_time, second_id=seconds.get(family.key)
            )
            try:
                made.append(propose(by=by, student_ids=pks, offered=offered))
            except TaoliError as refusal:
                raise TaoliError(_("%(names)s: %(why)s") % {"names": family.names, "why": refusal}) from None
            if family.key in places:
                _name_place(by, pks, places[family.key])
        if not made:
            raise TaoliError(_("There is no family on these days."))
        note.data |= {"appointments": len(made), "planned_on": dt.date.isoformat(days[0].day)}
    return made


def _name_place(by: Actor, pks: Sequence[uuid.UUID], place: str) -> None:
    rows = Student.objects.of(by.school_id).filter(pk__in=list(pks)).exclude(neighbourhood=place)
    rows.update(neighbourhood=place.strip()[:40])
