"""A process that dies at the n-th statement inside a transaction."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, transaction

from taoli.common.state import state_hash


class Killed(BaseException):  # nothing catches it, as nothing catches a power cut
    """The process is gone."""


class Axe:
    """Connection wrapper: counts the statements inside a transaction, and strikes before the n-th."""

    def __init__(self, at: int = 0) -> None:
        """Take the number of the statement that is not reached; 0: none."""
        self.at, self.count, self.outside = at, 0, len(connection.savepoint_ids)

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: Any, context: Any) -> Any:
        """Count, strike or run."""
        text = str(sql)
        inside = len(connection.savepoint_ids) > self.outside
        if inside and not text.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            self.count += 1
            if self.count == self.at:
                raise Killed
        return execute(sql, params, many, context)


def statements(work: Callable[[], Any]) -> int:
    """Return how many statements the work takes, and leave nothing behind."""
    with undone():
        axe = Axe()
        with connection.execute_wrapper(axe):
            work()
    return axe.count


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """Leave nothing behind of what is done inside."""
    with contextlib.suppress(Killed), transaction.atomic():
        yield
        raise Killed


def struck(work: Callable[[], Any], at: int) -> str:
    """Return the state after a kill at the n-th statement; it is the work's own transaction that must give way."""
    try:
        with connection.execute_wrapper(Axe(at)):
            work()
    except Killed:
        return state_hash()
    msg = f"statement {at} was never reached"
    raise AssertionError(msg)
