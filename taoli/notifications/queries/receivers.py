"""Who is told."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class To:
    """A receiver (Notice.Receiver and id; for a family the student), with what only this one's notice has.

    `about`: what it is about beside what all are told about, for somebody who is told of two children.
    """

    kind: str
    id: uuid.UUID
    params: Mapping[str, Any] = field(default_factory=dict)
    link: str = ""
    about: str = ""

    def key(self, about: object) -> tuple[str, uuid.UUID, str]:
        """Return what makes a notice of one kind the same notice."""
        return self.kind, self.id, f"{about}:{self.about}" if self.about else str(about)
