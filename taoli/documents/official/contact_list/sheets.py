"""A mentor's contacts with families in the term, in the order of students and days."""

import uuid
from collections.abc import Collection

from taoli.archive.queries.performance import aspects_of
from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import mentored
from taoli.documents.queries.told import FAMILY, VISITS, Told, by_mentor, told
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a list for each of the mentors within reach; four queries, five where no scheme is in force."""
    found = mentored(actor, term, ids)
    rows = by_mentor(told(actor, term, mentors=[one.mentor.pk for one in found], kinds=(*FAMILY, *VISITS)))
    matters = [{"matter": matter} for matter in aspects_of(actor.school_id)]
    return [
        Sheet(
            one.mentor.pk,
            one.file,
            {**one.head, "matters": matters, "contacts": [_line(row) for row in rows[one.mentor.pk]]},
        )
        for one in found
    ]


def _line(row: Told) -> dict[str, str]:
    return {**row.line, "student": row.student}
