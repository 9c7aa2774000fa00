"""One sheet: the honours of the term's published appraisal; dates, telephone and mailbox are for the pen."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.honours import lists_of, printed
from taoli.documents.official.layout import Sheet
from taoli.roster.models import Term

DAY, LINE = "______年___月___日", "________________"


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 one school, one sheet
    """Return the one sheet."""
    data = {
        "honours": printed(lists_of(actor, term)),
        "starts": DAY,
        "ends": DAY,
        "telephone": LINE,
        "mailbox": LINE,
    }
    return [Sheet(None, "公示", data)]
