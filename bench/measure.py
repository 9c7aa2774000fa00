"""CPU time of this process, so that neighbours on the machine matter little."""

import time
from collections.abc import Callable


def cpu(work: Callable[[], object], times: int) -> float:
    """Least CPU seconds of several runs."""
    best = float("inf")
    for _run in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best
