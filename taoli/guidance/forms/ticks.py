"""What is ticked on the page of a paper sheet."""

import datetime as dt
import uuid
from collections.abc import Iterable


def read_ticks(texts: Iterable[str]) -> list[tuple[uuid.UUID, dt.date, str]]:
    """Return the ticks (student, day, way) among what a browser sent; what is none is left out."""
    found = []
    for text in texts:
        parts = text.split(" ")
        try:
            student, day, way = parts
            found.append((uuid.UUID(student), dt.date.fromisoformat(day), way))
        except ValueError:
            continue
    return found
