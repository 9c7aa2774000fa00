"""What a plan will write, as plain values; how it is written stands in the services."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from taoli.common.ids import new_id

Values = Mapping[str, Any]


@dataclass(slots=True)
class Writes:
    """Rows that get the same values, together; and new rows, with their identifiers, in the order they depend."""

    puts: dict[str, dict[tuple[tuple[str, Any], ...], list[uuid.UUID]]] = field(default_factory=dict)
    makes: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def put(self, model: str, ids: Iterable[uuid.UUID], **values: Any) -> None:
        """Let these rows have these values."""
        wanted = list(ids)
        if wanted:
            by_values = self.puts.setdefault(model, {})
            by_values.setdefault(tuple(sorted(values.items())), []).extend(wanted)

    def make(self, model: str, **values: Any) -> uuid.UUID:
        """Let there be a new row; return its identifier."""
        pk = new_id()
        self.makes[model].append({"id": pk, **values})
        return pk
