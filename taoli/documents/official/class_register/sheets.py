"""The pairings of a day, a sheet a class."""

import uuid
from collections.abc import Collection, Sequence

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import day_of, numbered, subject_of
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairings
from taoli.roster.models import SchoolClass, Term
from taoli.roster.queries.classes import classes


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the classes within reach, in the order of the class."""
    rooms = list(classes(actor).filter(pk__in=list(ids)))
    of_room: dict[uuid.UUID, list[Pairing]] = {}
    for row in pairings(actor, on=day_of(term)).filter(school_class__in=rooms):
        of_room.setdefault(row.school_class_id, []).append(row)
    return [sheet_of(room, of_room.get(room.pk, [])) for room in rooms]


def sheet_of(room: SchoolClass, own: Sequence[Pairing]) -> Sheet:
    """Return the sheet of one class."""
    lines = numbered(
        {
            "student": row.student.name,
            "group": row.group.name if row.group else "",
            "mentor": row.mentor.name,
            "subject": subject_of(row.mentor),
        }
        for row in own
    )
    return Sheet(room.pk, room.name, {"room": room.name, "count": str(len(own)), "lines": lines})
