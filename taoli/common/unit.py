"""One unit of work: a transaction whose last statements are its audit rows."""

import contextlib
import contextvars
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from taoli.common import chain
from taoli.common.policy import Actor

_open: contextvars.ContextVar[list["Note"] | None] = contextvars.ContextVar("unit", default=None)


@dataclass
class Note:
    """What the audit row will say of a change."""

    by: Actor
    action: str
    object_id: Any = ""
    data: dict[str, Any] = field(default_factory=dict)


@contextlib.contextmanager
def unit_of_work() -> Iterator[list[Note]]:
    """Open a transaction (or join the open one); its audit rows are written last, when the outermost ends."""
    notes = _open.get()
    if notes is not None:
        yield notes
        return
    notes = []
    token = _open.set(notes)
    try:
        with transaction.atomic():
            yield notes
            chain.append(notes)
    finally:
        _open.reset(token)


@contextlib.contextmanager
def change(*, by: Actor, action: str, object_id: Any = "", **data: Any) -> Iterator[Note]:
    """Do one audited change; inside, set `note.object_id` and add to `note.data` what the audit row shall say."""
    with unit_of_work() as notes:
        note = Note(by=by, action=action, object_id=object_id, data=data)
        yield note
        notes.append(note)


def atomically(work: Callable[[], Any]) -> Any:
    """Run the work in one unit."""
    with unit_of_work():
        return work()
