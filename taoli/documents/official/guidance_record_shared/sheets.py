"""A student's records of the term, sorted by the guidances that were ticked."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import mentees
from taoli.documents.queries.told import Told, by_student, told
from taoli.roster.models import Term

# What a scheme's guidance is called tells where it belongs; a record of several stands under the first that fits.
MATTERS = {"mind": ("心理", "情绪"), "career": ("职业", "生涯", "理想"), "study": ("学业", "学习", "课业")}


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; three queries."""
    found = mentees(actor, term, ids)
    rows = by_student(told(actor, term, students=[one.student.pk for one in found]))
    return [Sheet(one.student.pk, one.file, {**one.head, **_sorted(rows[one.student.pk])}) for one in found]


def _sorted(rows: list[Told]) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {"study": [], "mind": [], "career": [], "others": []}
    for row in rows:
        found[matter_of(row)].append(row.line)
    return found


def matter_of(row: Told) -> str:
    """Return which matter a record belongs to."""
    said = "".join(row.topics) if row.readable else ""
    return next((key for key, words in MATTERS.items() if any(word in said for word in words)), "others")
