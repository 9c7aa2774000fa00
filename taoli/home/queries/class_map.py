"""One tile per student of a class: when any adult last had contact, and who."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.queries import class_contacts
from taoli.roster.models import SchoolClass, Student
from taoli.roster.permissions import SCHOOL_CLASS
from taoli.roster.queries.calendar import current_term

# Days since the last contact → tone of the tile, from just now to long ago.
TONES = ((3, "0"), (7, "1"), (14, "2"))
OLDEST = "3"


@dataclass(frozen=True, slots=True)
class Tile:
    """A student with the last contact: the day and the surname of that adult, None without a record this term."""

    student: Student
    last: dt.date | None
    by: str
    mine: bool

    def tone(self, on: dt.date) -> str:
        """Return how long ago it was, in four steps; `none` without a record."""
        if self.last is None:
            return "none"
        days = (on - self.last).days
        return next((tone for most, tone in TONES if days <= most), OLDEST)


@dataclass(frozen=True, slots=True)
class ClassMap:
    """A class on one day; `without` are those without a record this month."""

    room: SchoolClass
    rooms: list[SchoolClass]
    day: dt.date
    tiles: list[Tile]

    @property
    def without(self) -> list[Student]:
        """The students with whom no adult has a record this month, in the order of the class."""
        first = self.day.replace(day=1)
        return [one.student for one in self.tiles if one.last is None or one.last < first]


def get_class_map(actor: Actor, class_id: str = "") -> ClassMap | None:
    """Return the map of a class within reach (the first one unless named); None without any class; 404 beyond reach."""
    rows = SCHOOL_CLASS.within(SchoolClass.objects.filter(closed_on=None), actor, "view")
    rooms = list(rows.select_related("grade").order_by("grade__order", "number", "name"))
    if not rooms:
        return None
    room = next((one for one in rooms if str(one.pk) == class_id), rooms[0] if not class_id else None)
    if room is None:
        raise Http404
    return ClassMap(room=room, rooms=rooms, day=clock.today(), tiles=_tiles(actor, room.pk))


def _tiles(actor: Actor, class_id: uuid.UUID) -> list[Tile]:
    term = current_term(actor.school_id)
    since = term.starts if term else clock.today().replace(day=1)
    contacts = class_contacts(actor.school_id, class_id, since)
    students = Student.objects.of(actor.school_id).filter(school_class_id=class_id, left_on=None)
    return [
        Tile(
            student=one,
            last=contacts[one.pk][0] if one.pk in contacts else None,
            by=contacts[one.pk][1] if one.pk in contacts else "",
            mine=one.mentor_id is not None and one.mentor_id == actor.person_id,
        )
        for one in students.select_related("mentor").order_by("seat", "sort_key", "id")
    ]
