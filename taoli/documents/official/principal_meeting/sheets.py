"""A sheet for each conference of the school that the reader runs."""

import uuid
from collections.abc import Collection

from taoli.care.models import Conference
from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.minutes import minutes
from taoli.roster.models import Term

Kind = Conference.Kind
KINDS = (Kind.PRINCIPAL, Kind.MONTHLY, Kind.EXCHANGE)


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 a conference has its day
    """Return agenda and minutes of each of the conferences that the actor runs."""
    return minutes(actor, ids, KINDS, "principal_meeting")
