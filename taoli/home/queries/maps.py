"""Classes side by side: in each, when any adult last reached each student, and who. Four queries for any number."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q

from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.duties.queries import last_contacts
from taoli.engine.calendar import monday
from taoli.home.queries.class_map import Tile
from taoli.roster.models import AttentionMark, Grade, SchoolClass, Student
from taoli.roster.permissions import SCHOOL_CLASS
from taoli.roster.queries.calendar import current_term


@dataclass(frozen=True, slots=True)
class RoomMap:
    """One class: its tiles in the order of the class, and who of it needs more attention."""

    room: SchoolClass
    tiles: Sequence[Tile]
    attention: Collection[uuid.UUID]

    def without(self, day: dt.date) -> list[Student]:
        """The students with whom no adult has a record this month."""
        first = day.replace(day=1)
        return [one.student for one in self.tiles if one.last is None or one.last < first]

    def this_week(self, day: dt.date) -> int:
        """How many students any adult has reached this week."""
        return sum(one.last is not None and one.last >= monday(day) for one in self.tiles)

    def tones(self, day: dt.date) -> dict[str, int]:
        """How many students by tone, from just now to no record."""
        return dict(Counter(one.tone(day) for one in self.tiles))

    def waiting(self, day: dt.date) -> list[Tile]:
        """Who needs more attention and has no record this week, the longest without one first."""
        near = [one for one in self.tiles if one.student.pk in self.attention]
        late = [one for one in near if one.last is None or one.last < monday(day)]
        return sorted(late, key=lambda one: (one.last or dt.date.min, one.student.sort_key))


def own_rooms(actor: Actor) -> list[SchoolClass]:
    """Return the running classes that somebody leads: the own class, the classes of the own grade."""
    rows = SCHOOL_CLASS.within(SchoolClass.objects.filter(closed_on=None), led_only(actor), "view")
    return list(rows.select_related("grade").order_by("grade__order", "number", "name"))


def led_only(actor: Actor) -> Actor:
    """Return the actor with no other roles than those of a class or grade."""
    led = tuple(held for held in actor.roles if held.role in {Role.HOMEROOM_TEACHER, Role.GRADE_LEAD})
    return Actor(actor.account_id, actor.school_id, actor.person_kind, actor.person_id, actor.name, led)


def grades_of(actor: Actor) -> list[Grade]:
    """Return the grades whose whole map somebody may open."""
    rows = Grade.objects.of(actor.school_id).order_by("order", "name")
    if actor.holds(Role.MORAL_OFFICE, Role.PRINCIPAL):
        return list(rows)
    return list(rows.filter(pk__in=[held.grade_id for held in actor.roles if held.role is Role.GRADE_LEAD]))


def grade_rooms(actor: Actor, grade: Grade) -> list[SchoolClass]:
    """Return the running classes of a grade within reach."""
    rows = SCHOOL_CLASS.within(SchoolClass.objects.filter(closed_on=None, grade=grade), actor, "view")
    return list(rows.select_related("grade").order_by("number", "name"))


def maps(actor: Actor, rooms: Sequence[SchoolClass]) -> list[RoomMap]:
    """Return the map of each class."""
    today = clock.today()
    term = current_term(actor.school_id, today)
    rows = Student.objects.of(actor.school_id).filter(school_class__in=rooms, left_on=None)
    students = list(rows.select_related("mentor").order_by("seat", "sort_key", "id"))
    since = term.starts if term else today.replace(day=1)
    contacts = last_contacts(actor.school_id, [one.pk for one in students], since)
    marks = AttentionMark.objects.of(actor.school_id).filter(Q(ends=None) | Q(ends__gte=today), starts__lte=today)
    marked = set(marks.filter(student__in=students).values_list("student_id", flat=True))
    tiles: dict[uuid.UUID, list[Tile]] = defaultdict(list)
    for one in students:
        last, by = contacts.get(one.pk, (None, ""))
        mine = one.mentor_id is not None and one.mentor_id == actor.person_id
        tiles[one.school_class_id].append(Tile(student=one, last=last, by=by, mine=mine))
    return [
        RoomMap(room, tiles[room.pk], frozenset(one.student.pk for one in tiles[room.pk] if one.student.pk in marked))
        for room in rooms
    ]
