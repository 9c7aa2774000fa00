"""A sheet a mentor within reach, as the term's appraisal stands; others' readings are logged."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.appraisal import papers_of
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return the sheet of each of the mentors within reach."""
    return [
        Sheet(paper.mentor_id, f"{paper.number} {paper.mentor}", paper.data) for paper in papers_of(actor, term, ids)
    ]
