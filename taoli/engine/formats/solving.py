"""The modes the command line offers, each with its solver."""

from collections.abc import Callable

from taoli.engine.matching import Outcome, Problem, solve_assigned, solve_fair

MODES: dict[str, Callable[[Problem], Outcome]] = {"fair": solve_fair, "assigned": solve_assigned}


def solve(problem: Problem, mode: str) -> Outcome:
    """The outcome in this mode. ValueError for a mode that is not there, or when an id stands twice."""
    if mode not in MODES:
        raise ValueError(f"the mode {mode!r} is none of {', '.join(MODES)}")
    return MODES[mode](problem)
