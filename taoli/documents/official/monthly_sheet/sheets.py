"""A student's records of the term, month by month."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import Mentee, mentees
from taoli.documents.queries.told import Told, by_student, months, told
from taoli.roster.models import Term

NONE = "本学期暂无记录。"


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; three queries."""
    found = mentees(actor, term, ids)
    rows = by_student(told(actor, term, students=[one.student.pk for one in found]))
    return [Sheet(one.student.pk, one.file, _data(one, rows[one.student.pk])) for one in found]


def _data(one: Mentee, rows: list[Told]) -> dict[str, object]:
    return {
        **one.head,
        "notes": [] if rows else [NONE],
        "months": [{"month": month, "lines": [row.line for row in held]} for month, held in months(rows)],
    }
