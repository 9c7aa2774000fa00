"""What is wrong with a package: a code and its values; the words are made where they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CODES = (
    "no_package",
    "cut_short",
    "too_large",
    "broken_manifest",
    "too_old",
    "too_new",
    "stranger",
    "forged",
    "part_missing",
    "part_extra",
    "part_changed",
    "expired",
    "wrong_receiver",
    "received_before",
    "cannot_open",
    "broken_content",
    "student_there",
    "sections_lacking",
)
# Not a fault of the file: the receiver is asked.
ASKED = frozenset({"student_there"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, by its code; `refuses` says whether the package may not be taken in with it."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """Say whether the package may not be taken in."""
        return self.code not in ASKED


class RefusedError(ValueError):
    """A package that cannot be read any further, with the finding that says why."""

    def __init__(self, code: str, **params: Any) -> None:
        """Keep the finding."""
        super().__init__(code)
        self.finding = Finding(code, params)
