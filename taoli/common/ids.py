"""Identifiers made in the application, so that one schema serves every database."""

import uuid
from collections.abc import Iterable

import uuid_utils


def new_id() -> uuid.UUID:
    """Return a UUIDv7: time-ordered, so that new rows land together in an index."""
    return uuid.UUID(int=uuid_utils.uuid7().int)


def id_of(text: str) -> uuid.UUID | None:
    """Return the identifier a browser sent, None when it is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def ids_of(texts: Iterable[str]) -> list[uuid.UUID]:
    """Return the identifiers among texts that a browser sent, in their order; whatever is none is left out."""
    return [found for found in map(id_of, texts) if found is not None]
