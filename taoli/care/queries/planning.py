"""What the page that plans a conference offers and fills in."""

import uuid
from dataclasses import dataclass
from typing import Any

from taoli.care.models import Conference
from taoli.care.queries.agendas import students_of
from taoli.care.queries.conferences import OF_CLASS, OPEN, get_managed, places, title_of
from taoli.care.queries.members import member_ids
from taoli.common.ids import id_of
from taoli.common.policy import Actor
from taoli.roster.queries.people import own_staff


@dataclass(frozen=True, slots=True)
class Planned:
    """The conference to be changed (None: a new one), what stands in it, who may be chosen."""

    row: Conference | None
    title: str
    begun: dict[str, Any]
    staff: list[tuple[str, str]]
    students: list[tuple[str, str]]


def planned(actor: Actor, asked: str, where: str) -> Planned:
    """Return what the page shows; 404 for a conference beyond reach. Students are offered once the class is known."""
    row = get_managed(actor, id_of(asked) or uuid.UUID(int=0)) if asked else None
    staff = [(str(pk), name) for pk, name in own_staff(actor.school_id).values_list("pk", "name")]
    if row is not None:
        begun = {
            "held_on": row.held_on,
            "room": row.place,
            "title": row.title,
            "chair": str(row.chair_id or ""),
            "members": [str(pk) for pk in member_ids(row)],
            "edit": row.edit,
        }
        return Planned(row, title_of(row), begun, staff, [])
    return Planned(None, "", {}, staff, _students(actor, where))


def _students(actor: Actor, where: str) -> list[tuple[str, str]]:
    rooms = [one for one in places(actor) if one.class_id]
    room = next((one for one in rooms if one.key == where), rooms[0] if len(rooms) == 1 else None)
    if room is None:
        return []
    about = Conference(school_id=actor.school_id, school_class_id=room.class_id)
    return [(str(pk), name) for pk, name in students_of(actor.school_id, about).values_list("pk", "name")]


def open_one(actor: Actor, kind: str, where: str) -> Conference | None:
    """Return the conference of a kind and class that is still to be held, if there is one."""
    place = next((one for one in places(actor) if one.key == where and kind in one.kinds), None)
    if place is None or kind not in OF_CLASS:
        return None
    rows = Conference.objects.of(actor.school_id).filter(kind=kind, school_class_id=place.class_id, state__in=OPEN)
    return rows.order_by("-held_on", "-id").first()
