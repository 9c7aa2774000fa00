"""A student's goals of the term and the steps towards them."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.grown import aims, step_lines
from taoli.documents.queries.mentees import mentees
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a plan for each of the students within reach; goals only for who may read them. Five queries."""
    found = mentees(actor, term, ids)
    goals = aims(actor, term, [one.student.pk for one in found])
    made = []
    for one in found:
        own = goals.get(one.student.pk, [])
        steps = [f"{row['step']}（{row['due']}前）" if row["due"] else row["step"] for row in step_lines(own)]
        said = {"aims": "；".join(aim.said for aim in own), "steps": "；".join(steps)}
        made.append(Sheet(one.student.pk, one.file, {**one.head, **said}))
    return made
