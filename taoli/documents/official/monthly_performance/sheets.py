"""A student's months and exams of the term."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.grown import examined, performed
from taoli.documents.queries.mentees import mentees
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; six queries and the logs'."""
    found = mentees(actor, term, ids)
    people = [one.student.pk for one in found]
    months, exams = performed(actor, term, people), examined(actor, term, people)
    return [
        Sheet(
            one.student.pk,
            one.file,
            {**one.head, "months": months.get(one.student.pk, []), "exams": exams.get(one.student.pk, [])},
        )
        for one in found
    ]
