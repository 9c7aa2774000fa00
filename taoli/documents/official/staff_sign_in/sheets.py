"""One sheet: the present staff in the order of names."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.signing import signatures
from taoli.roster.models import Term
from taoli.roster.queries.fitness import OUTSIDE
from taoli.roster.queries.staff import staff


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 one school, one sheet
    """Return the one sheet."""
    people = [one for one in staff(actor) if one.kind not in OUTSIDE]
    return [Sheet(None, "全体教师签到表", {"expected": f"{len(people)} 人", "signatures": signatures(people)})]
