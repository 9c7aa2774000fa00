"""What is wrong in a workbook, and where."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One cause as a code with values (phrases.py makes the sentence); where known file, sheet, row (from 1), and
    column by heading and letter.
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
