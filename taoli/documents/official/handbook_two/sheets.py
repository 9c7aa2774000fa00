"""A mentor's work of the term in two columns; one line an occasion."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import Mentored, mentored
from taoli.documents.queries.told import FAMILY, VISITS, Together, Told, by_mentor, together, told
from taoli.guidance.phrases import joined
from taoli.roster.models import Term

TO_FAMILIES = (*FAMILY, *VISITS)


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the mentors within reach; three queries."""
    found = mentored(actor, term, ids)
    rows = by_mentor(told(actor, term, mentors=[one.mentor.pk for one in found]))
    return [Sheet(one.mentor.pk, one.file, _data(one, rows[one.mentor.pk])) for one in found]


def _data(one: Mentored, rows: list[Told]) -> dict[str, object]:
    names = joined([pair.student.name for pair in one.pairs])
    return {**one.head, "names": names, "work": [_line(same) for same in together(rows)]}


def _line(same: Together) -> dict[str, str]:
    said, visit = same.line["said"], same.first.kind in TO_FAMILIES
    return {"on": same.first.on, "guided": "" if visit else said, "visited": said if visit else ""}
