"""Turns: the threads of one process that want the same thing get it in the order in which they asked."""

import contextlib
import threading
from collections import deque
from collections.abc import Iterator


class Turns:
    """A lock whose waiters stand in a queue: who lets go hands it to the one who has waited longest."""

    def __init__(self) -> None:
        """Begin with nobody inside."""
        self._guard = threading.Lock()
        self._taken = False
        self._waiting: deque[threading.Lock] = deque()

    @contextlib.contextmanager
    def turn(self, seconds: float) -> Iterator[None]:
        """Wait for the turn and keep it inside the block; TimeoutError when it has not come after `seconds`."""
        if not self._wait(seconds):
            raise TimeoutError
        try:
            yield
        finally:
            self._hand_on()

    def _wait(self, seconds: float) -> bool:
        mine = threading.Lock()
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=seconds):
            return True
        with self._guard:
            if mine in self._waiting:
                self._waiting.remove(mine)
                return False
        return True  # it was handed over while the time ran out

    def _hand_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
