"""A mentor and the students of the day."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import mentored
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the mentors within reach, with the students within reach; two queries."""
    return [Sheet(one.mentor.pk, one.file, one.head) for one in mentored(actor, term, ids)]
