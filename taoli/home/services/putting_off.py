"""What a mentor has put off: kept in the session, nobody else sees it."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, MutableMapping
from typing import Any

KEY = "put_off"
DAY = dt.timedelta(days=1)
AT_MOST = 200  # pairs kept; older ones have passed anyway


def put_off(session: MutableMapping[str, Any], way: str, students: Collection[str], choice: str, on: dt.date) -> None:
    """Hide these students for this way until tomorrow (`later`); `again` shows all."""
    if choice == "again":
        session.pop(KEY, None)
        return
    until = on + DAY
    kept = [one for one in session.get(KEY, []) if one[2] > on.isoformat()]
    session[KEY] = [*kept, *([way, student, until.isoformat()] for student in students)][-AT_MOST:]


def hidden(session: MutableMapping[str, Any], on: dt.date) -> set[tuple[str, uuid.UUID]]:
    """Return the (way, student) pairs that are still put off."""
    rows: Iterable[list[str]] = session.get(KEY, [])
    return {(way, uuid.UUID(student)) for way, student, until in rows if until > on.isoformat()}
