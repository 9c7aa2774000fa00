"""One sheet: the register of the school, as far as the reader's reach goes."""

import uuid
from collections.abc import Collection
from dataclasses import asdict

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.register import register_lines
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 one school, one sheet
    """Return the one sheet."""
    rows = register_lines(actor, term)
    data = {
        "mentors": str(len({row.mentor_id for row in rows})),
        "students": str(sum(row.count for row in rows)),
        "lines": [asdict(row) for row in rows],
    }
    return [Sheet(None, "学校学导关系登记表", data)]
