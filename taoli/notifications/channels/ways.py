"""What every channel can do."""

from collections.abc import Sequence
from typing import Protocol

from taoli.notifications.models import Notice


class Channel(Protocol):
    """A way to receivers. `code` stands in deliveries and in what people quieten."""

    @property
    def code(self) -> str: ...

    def take(self, school_id: int, notices: Sequence[Notice]) -> list[Notice]:
        """Bring these notices of one school to their receivers and return those that it could take."""
        ...
