"""A certificate for each honour of the named mentors; who has none gets none."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.honours import lists_of
from taoli.documents.official.layout import Sheet
from taoli.evaluation.queries.printing import Honoured, HonourList
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return the certificates, honour by honour."""
    wanted = set(ids)
    found = lists_of(actor, term)
    return [_sheet(one, person) for one in found for person in one.people if person.mentor_id in wanted]


def _sheet(one: HonourList, person: Honoured) -> Sheet:
    honour = f"{one.label} · {person.level}" if person.level else one.label
    return Sheet(person.mentor_id, f"{person.name} {honour}", {"mentor": person.name, "honour": honour})
