"""Identifiers made in the application, so that one schema serves every database."""

import uuid

import uuid_utils


def new_id() -> uuid.UUID:
    """Return a UUIDv7: time-ordered, so that new rows land together in an index."""
    return uuid.UUID(int=uuid_utils.uuid7().int)
