"""What a mentor did together with students in the term, occasion by occasion."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import mentored
from taoli.documents.queries.told import TOGETHER, by_mentor, together, told
from taoli.roster.models import Term

EMPTY = dict.fromkeys(("on", "theme", "place", "people", "said"), "")


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the mentors within reach, an empty form without activities; three queries."""
    found = mentored(actor, term, ids)
    rows = by_mentor(told(actor, term, mentors=[one.mentor.pk for one in found], kinds=TOGETHER))
    return [
        Sheet(
            one.mentor.pk,
            one.file,
            {
                "activities": [
                    {**line, "mentor": one.mentor.name}
                    for line in [same.line for same in together(rows[one.mentor.pk])] or [EMPTY]
                ]
            },
        )
        for one in found
    ]
