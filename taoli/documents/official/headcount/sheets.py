"""The pairings of a day counted by mentor, a sheet a class. How many wished for whom is in no figure here."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import day_of, numbered, subject_of
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairings
from taoli.roster.models import SchoolClass, Staff, Term
from taoli.roster.queries.classes import classes
from taoli.roster.queries.students import students


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the classes within reach."""
    rooms = list(classes(actor).filter(pk__in=list(ids)))
    genders: dict[uuid.UUID, Counter[str]] = defaultdict(Counter)
    for room_id, gender in students(actor).filter(school_class__in=rooms).values_list("school_class_id", "gender"):
        genders[room_id][gender] += 1
    own: dict[uuid.UUID, list[Pairing]] = defaultdict(list)
    for row in pairings(actor, on=day_of(term)).filter(school_class__in=rooms):
        own[row.school_class_id].append(row)
    return [_sheet(room, genders[room.pk], own[room.pk]) for room in rooms]


def _sheet(room: SchoolClass, genders: Counter[str], own: Sequence[Pairing]) -> Sheet:
    of_mentor: dict[Staff, list[Pairing]] = defaultdict(list)
    for row in own:
        of_mentor[row.mentor].append(row)
    in_order = sorted(of_mentor, key=lambda one: (one.sort_key, one.number))
    data = {
        "room": room.name,
        "homeroom": room.homeroom_teacher.name if room.homeroom_teacher else "",
        "students": str(genders.total()),
        "genders": f"男 {genders['m']} 人，女 {genders['f']} 人",
        "paired": str(len({row.student_id for row in own})),
        "mentors": str(len(of_mentor)),
        "lines": numbered(_line(mentor, of_mentor[mentor]) for mentor in in_order),
    }
    return Sheet(room.pk, room.name, data)


def _line(mentor: Staff, own: Sequence[Pairing]) -> dict[str, Any]:
    counted = Counter(row.student.gender for row in own)
    return {
        "mentor": mentor.name,
        "subject": subject_of(mentor),
        "count": str(len(own)),
        "boys": str(counted["m"]),
        "girls": str(counted["f"]),
        "names": "、".join(row.student.name for row in own),
    }
