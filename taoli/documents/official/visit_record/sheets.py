"""A student's visits of the term; a refusal is an answer like any other."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import Mentee, mentees
from taoli.documents.queries.told import VISITS, Told, by_student, declined, told
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach, an empty form without visits; four queries."""
    found = mentees(actor, term, ids)
    people = [one.student.pk for one in found]
    rows = by_student(told(actor, term, students=people, kinds=VISITS))
    refused = declined(actor, term, people)
    return [
        Sheet(one.student.pk, one.file, _data(one, rows[one.student.pk], refused.get(one.student.pk, [])))
        for one in found
    ]


def _data(one: Mentee, rows: list[Told], refused: list[str]) -> dict[str, object]:
    head = {"student": one.student.name, "room": one.room}
    empty = {**head, "mentor": one.mentor, **dict.fromkeys(("on", "visited", "place", "said"), "")}
    return {
        "notes": [f"家长 {day} 表示本次不方便家访，按免访处理。" for day in refused],
        "visits": [
            {**head, "mentor": row.by, "on": row.on, "visited": row.visited, "place": row.where, "said": row.said}
            for row in rows
        ]
        or [empty],
    }
