"""One unit of work: a transaction whose last statements are its audit rows."""

import contextlib
import contextvars
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext_lazy as _

from taoli.common import chain
from taoli.common.errors import BusyError
from taoli.common.policy import Actor
from taoli.common.turns import Turns

# SQLite has one writer and its waiters take no turns: they poll, and one can starve into "database is locked" when a
# whole school writes in the same minute (bench/choice_rush.py). So the threads of one process queue here first.
PATIENCE = 20.0
_writers = Turns()
_open: contextvars.ContextVar["_Unit | None"] = contextvars.ContextVar("unit", default=None)


@dataclass
class Note:
    """What the audit row will say of a change."""

    by: Actor
    action: str
    object_id: Any = ""
    data: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Unit:
    """What the open unit will write last, and what is done once it is through."""

    notes: list[Note] = field(default_factory=list)
    then: list[Callable[[], Any]] = field(default_factory=list)


@contextlib.contextmanager
def unit_of_work() -> Iterator[list[Note]]:
    """Open a transaction (or join the open one); its audit rows are written last, when the outermost ends."""
    unit = _open.get()
    if unit is not None:
        yield unit.notes
        return
    unit = _Unit()
    token = _open.set(unit)
    try:
        with _transaction():
            yield unit.notes
            chain.append(unit.notes)
    finally:
        _open.reset(token)
    for work in unit.then:
        work()


def afterwards(work: Callable[[], Any]) -> None:
    """Do the work once the open unit is through, or at once where none is open: what another institution is told of it
    is written in a transaction of its own. Nothing of it is done when the unit fails.
    """
    unit = _open.get()
    if unit is None:
        work()
    else:
        unit.then.append(work)


@contextlib.contextmanager
def _transaction() -> Iterator[None]:
    """Open a transaction when it is this thread's turn; BusyError, with nothing written, when it does not come."""
    with contextlib.ExitStack() as stack:
        try:
            if connection.vendor == "sqlite" and not connection.in_atomic_block:
                stack.enter_context(_writers.turn(PATIENCE))
            stack.enter_context(transaction.atomic())
        except (TimeoutError, OperationalError) as refusal:
            if isinstance(refusal, OperationalError) and "locked" not in str(refusal):
                raise
            raise BusyError(
                _("Very many are saving just now. Nothing is lost; please try again in a moment.")
            ) from None
        yield


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
