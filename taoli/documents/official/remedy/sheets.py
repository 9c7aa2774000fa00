"""What the term's class conferences agreed about a student."""

import uuid
from collections.abc import Collection

from taoli.care.queries.protocol import agreed_about
from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import chinese_day
from taoli.documents.queries.mentees import mentees
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; three queries."""
    found = mentees(actor, term, ids)
    agreed = agreed_about(actor, [one.student.pk for one in found], term.starts, term.ends)
    made = []
    for one in found:
        lines = [
            {"text": line.text, "owner": line.owner, "due": chinese_day(line.due_on)} for line in agreed[one.student.pk]
        ]
        made.append(Sheet(one.student.pk, one.file, {**one.head, "measures": lines}))
    return made
