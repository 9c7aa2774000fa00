"""A student's talks of the term with their themes."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import mentees
from taoli.documents.queries.told import TALKS, Told, by_student, told
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; three queries."""
    found = mentees(actor, term, ids)
    rows = by_student(told(actor, term, students=[one.student.pk for one in found], kinds=TALKS))
    return [
        Sheet(one.student.pk, one.file, {**one.head, "talks": [_line(row) for row in rows[one.student.pk]]})
        for one in found
    ]


def _line(row: Told) -> dict[str, str]:
    return {**row.line, "theme": row.theme if row.readable else ""}
