"""A sheet for each conference of a class that the reader runs."""

import uuid
from collections.abc import Collection

from taoli.care.models import Conference
from taoli.common.policy import Actor
from taoli.documents.official.class_conference.form import TOPICS
from taoli.documents.official.layout import Sheet
from taoli.documents.official.minutes import minutes
from taoli.roster.models import Term

Kind = Conference.Kind
KINDS = (Kind.CLASS, Kind.DAILY, Kind.TEAM, Kind.FAMILY)


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 a conference has its day
    """Return agenda and minutes of each of the conferences that the actor runs."""
    return minutes(actor, ids, KINDS, "class_conference", topics=TOPICS)
