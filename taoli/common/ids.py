"""Identifiers made in the application, so that one schema serves every database."""

import contextlib
import contextvars
import hashlib
import itertools
import uuid
from collections.abc import Iterable, Iterator

import uuid_utils

OLD = 1_577_836_800_000  # milliseconds: steady identifiers are older than any that a clock gives
_steady: contextvars.ContextVar[Iterator[uuid.UUID] | None] = contextvars.ContextVar("steady ids", default=None)


def new_id() -> uuid.UUID:
    """Return a UUIDv7: time-ordered, so that new rows land together in an index."""
    steady = _steady.get()
    return next(steady) if steady else uuid.UUID(int=uuid_utils.uuid7().int)


@contextlib.contextmanager
def steady_ids(label: str) -> Iterator[None]:
    """Inside, the same identifiers come in the same order each time: an invented school is made alike everywhere.

    Not for people's schools: whoever knows the label knows the identifiers.
    """
    token = _steady.set(_counted(label))
    try:
        yield
    finally:
        _steady.reset(token)


def _counted(label: str) -> Iterator[uuid.UUID]:
    for count in itertools.count():
        tail = int.from_bytes(hashlib.blake2b(f"{label}\x1f{count}".encode(), digest_size=8).digest()) >> 2
        yield uuid.UUID(int=(OLD + count) << 80 | 7 << 76 | 2 << 62 | tail)


def id_of(text: str) -> uuid.UUID | None:
    """Return the identifier a browser sent, None when it is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def ids_of(texts: Iterable[str]) -> list[uuid.UUID]:
    """Return the identifiers among texts that a browser sent, in their order; whatever is none is left out."""
    return [found for found in map(id_of, texts) if found is not None]
