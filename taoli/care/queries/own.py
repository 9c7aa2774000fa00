"""Who acts."""

import uuid

from taoli.common.policy import Actor


def me(actor: Actor) -> uuid.UUID:
    """Return the person who acts; an id that is nobody's for an account without a person."""
    return actor.person_id or uuid.UUID(int=0)
