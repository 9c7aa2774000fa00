"""What is wrong in a workbook, and where."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One cause as a code with values (phrases.py makes the sentence); file, sheet, row (from 1), column by heading
    and letter as far as they are known.
    """

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    file: str = ""
    letter: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as kept with the import."""
        return asdict(self)


class RefusedError(Exception):
    """The workbook as a whole cannot be read."""

    def __init__(self, code: str, **values: Any) -> None:
        """Keep the problem."""
        super().__init__(code)
        self.problem = Problem(code, values=values)

    def of(self, file: str) -> Problem:
        """Return the problem as that of a file."""
        return replace(self.problem, file=file)
