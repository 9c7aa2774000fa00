"""Cut a piece of work at each of its statements, and see that the state is as before or as after."""

from collections.abc import Callable
from typing import Any

from django.db import connection

from taoli.common.state import state_hash


class Cut(BaseException):
    """The power goes: nothing that catches errors catches it."""


class Counter:
    """Counts statements and cuts before the one numbered `at`."""

    def __init__(self, at: int) -> None:
        """Cut before statement `at`; none when it is 0."""
        self.at, self.seen = at, 0

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: Any, context: Any) -> Any:
        """Count, then run or cut."""
        self.seen += 1
        if self.seen == self.at:
            raise Cut
        return execute(sql, params, many, context)


def statements(work: Callable[[], Any]) -> int:
    """Run the work to its end; returns how many statements it took."""
    counter = Counter(0)
    with connection.execute_wrapper(counter):
        work()
    return counter.seen


def cut(work: Callable[[], Any], at: int) -> bool:
    """Run the work, cut before its statement `at`; says whether it was cut before it had ended."""
    with connection.execute_wrapper(Counter(at)):
        try:
            work()
        except Cut:
            return True
    return False


def cuts(work: Callable[[], Any], *, most: int = 500) -> tuple[int, list[int]]:
    """Cut the work at each statement in turn; returns how many cuts, and at which the state was changed by half.

    The work is done by services that join in one transaction, so a cut leaves the state as before.
    """
    before, wrong = state_hash(), []
    for at in range(1, most):
        if not cut(work, at):
            return at - 1, wrong
        if state_hash() != before:
            wrong.append(at)
    raise AssertionError(most)
