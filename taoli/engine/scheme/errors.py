"""What is wrong with a scheme: path, code, values, and the clause of the section it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass

from taoli.engine.scheme.clauses import Clause

Param = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. Codes: pydantic's own error types (`missing`, `extra_forbidden` …) and those of
    scheme.checks.
    """

    path: str
    code: str
    params: Mapping[str, Param]
    clause: Clause | None = None


class SchemeError(ValueError):
    """A scheme that cannot be used, with every problem found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{problem.path}: {problem.code}" for problem in problems))
        self.problems = problems
