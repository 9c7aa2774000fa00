"""A student's guardians and mentor; a guardian who is restricted today stands on no card."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.grown import PAGE
from taoli.documents.queries.mentees import Mentee, mentees
from taoli.guidance.queries.visiting import phones_of
from taoli.roster.models import RosterSettings, SchoolClass, Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a card for each of the students within reach; seven queries and the log's."""
    found = mentees(actor, term, ids)
    people = [one.student.pk for one in found]
    others = [one.student.pk for one in found if one.student.mentor_id != actor.person_id]
    log_view(actor, "roster.guardian", others, page=PAGE)
    ties, _barred = phones_of(actor.school_id, people)
    guardians: dict[uuid.UUID, list[dict[str, str]]] = {pk: [] for pk in people}
    for tie in ties:
        line = {"relation": tie.relation, "name": tie.guardian.name, "phone": tie.guardian.phone}
        guardians[tie.student_id].append(line)
    settings = RosterSettings.objects.of(actor.school_id).first()
    leads = _leads(actor, found)
    return [
        Sheet(
            one.student.pk,
            one.file,
            {
                **one.head,
                "lead": leads.get(one.student.school_class_id, ""),
                "reach": one.pairing.mentor.reach_times if one.pairing else "",
                "phone": settings.phone if settings else "",
                "guardians": guardians[one.student.pk],
            },
        )
        for one in found
    ]


def _leads(actor: Actor, found: list[Mentee]) -> dict[uuid.UUID, str]:
    rooms = SchoolClass.objects.of(actor.school_id).filter(pk__in={one.student.school_class_id for one in found})
    rows = rooms.exclude(homeroom_teacher=None).values_list("pk", "homeroom_teacher__name")
    return dict(rows)
