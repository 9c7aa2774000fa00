"""One door to every mode of matching."""

from collections.abc import Callable

from taoli.engine.matching.assigned import solve_assigned
from taoli.engine.matching.fair import solve_fair
from taoli.engine.matching.ruled import solve_ruled
from taoli.engine.matching.satisfied import solve_most_satisfied
from taoli.engine.matching.types import Outcome, Problem

MODES: dict[str, Callable[[Problem], Outcome]] = {
    "fair": solve_fair,
    "most_satisfied": solve_most_satisfied,
    "ruled": solve_ruled,
    "assigned": solve_assigned,
}


def solve(problem: Problem, mode: str) -> Outcome:
    """The outcome in this mode. Raises KeyError for an unknown mode, ValueError when an id stands twice."""
    return MODES[mode](problem)
