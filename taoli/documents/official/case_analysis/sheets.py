"""A student's case analyses of the term, or an empty form."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import Mentee, mentees
from taoli.documents.queries.told import CASES, Told, by_student, told
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; three queries."""
    found = mentees(actor, term, ids)
    rows = by_student(told(actor, term, students=[one.student.pk for one in found], kinds=CASES))
    return [Sheet(one.student.pk, one.file, {"cases": _cases(one, rows[one.student.pk])}) for one in found]


def _cases(one: Mentee, rows: list[Told]) -> list[dict[str, str]]:
    head = {"student": one.student.name, "room": one.room}
    if not rows:
        return [{**head, "mentor": one.mentor, "on": "", "said": ""}]
    return [{**head, "mentor": row.by, "on": row.on, "said": row.said} for row in rows]
