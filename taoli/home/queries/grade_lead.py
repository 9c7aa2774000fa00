"""Three names for a grade lead: who waits longest, no dashboard."""

import datetime as dt
import uuid
from dataclasses import dataclass

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.home.queries.desk import may_need_relief, without_mentor
from taoli.home.queries.maps import led_only, maps, own_rooms
from taoli.roster.models import Term

AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Look:
    """One name, why (a code), where; a student's id, None for an adult."""

    code: str
    name: str
    room: str = ""
    pk: uuid.UUID | None = None
    last: dt.date | None = None


def three_names(actor: Actor, term: Term) -> list[Look]:
    """Return at most three: students who need more attention and wait longest, students without a mentor, a mentor
    who may need relief, then students with no record this month, the longest without one first.
    """
    today = clock.today()
    rooms = maps(actor, own_rooms(actor))
    alone = without_mentor(led_only(actor)).select_related("school_class")[:AT_MOST]
    near = [(tile, one.room.name) for one in rooms for tile in one.waiting(today)]
    near.sort(key=lambda pair: pair[0].last or dt.date.min)
    found = [
        Look("waiting" if tile.last else "never", tile.student.name, room, tile.student.pk, tile.last)
        for tile, room in near
    ]
    found += [Look("alone", one.name, one.school_class.name, one.pk) for one in alone]
    found += [Look("relief", name) for name in may_need_relief(led_only(actor), term)[:1]]
    first, named = today.replace(day=1), {one.pk for one in found}
    silent = [(tile, one.room.name) for one in rooms for tile in one.tiles if tile.last is None or tile.last < first]
    silent.sort(key=lambda pair: pair[0].last or dt.date.min)
    found += [
        Look("silent", tile.student.name, room, tile.student.pk, tile.last)
        for tile, room in silent
        if tile.student.pk not in named
    ]
    return found[:AT_MOST]
