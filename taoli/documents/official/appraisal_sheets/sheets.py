"""One sheet: every mentor of the term's appraisal within reach."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.appraisal import list_paper
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 one school, one sheet
    """Return the one sheet; the readings are logged."""
    return [Sheet(None, "工作落实考核表", list_paper(actor, term))]
