"""What is wrong with a template, and where."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Where:
    """A line of a template as one counts it in WPS or Word: the written paragraphs outside tables from 1, or a table
    and its row; `text` is what stands there.
    """

    part: str = "body"
    paragraph: int = 0
    table: int = 0
    row: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One cause as a code with values (phrases/templates.py makes the sentence) and its place, if it has one."""

    code: str
    where: Where | None = None
    values: dict[str, Any] = field(default_factory=dict)


class FaultError(Exception):
    """The template as a whole cannot be used."""

    def __init__(self, code: str, **values: Any) -> None:
        """Keep the fault."""
        super().__init__(code)
        self.fault = Fault(code, values=values)
