"""One sheet: the honours of the term's published appraisal."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.honours import lists_of, printed
from taoli.documents.official.layout import Sheet
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 one school, one sheet
    """Return the one sheet."""
    return [Sheet(None, "表彰决定", {"honours": printed(lists_of(actor, term))})]
