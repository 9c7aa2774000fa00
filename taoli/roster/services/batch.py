"""Rows made ready outside the transaction, then written at once inside it."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from taoli.common.tenancy import TenantModel

CHUNK = 400


@dataclass
class Batch:
    """New rows in the order they depend on each other; changed rows with their fields; rows that end."""

    school_id: int
    created: list[tuple[type[TenantModel], list[Any]]] = field(default_factory=list)
    changed: list[tuple[type[TenantModel], list[Any], list[str]]] = field(default_factory=list)
    ended: list[tuple[type[TenantModel], list[uuid.UUID], dt.date | None]] = field(default_factory=list)

    def create(self, rows: Sequence[Any]) -> None:
        """Add new rows of one table."""
        if rows:
            self.created.append((type(rows[0]), list(rows)))

    def change(self, rows: Sequence[Any], fields: Iterable[str]) -> None:
        """Add changed rows of one table."""
        if rows and (names := sorted(set(fields))):
            self.changed.append((type(rows[0]), list(rows), names))

    def end(self, model: type[TenantModel], ids: Sequence[uuid.UUID], on: dt.date | None) -> None:
        """Let rows with `ends` end on a day, or last on when it is None."""
        if ids:
            self.ended.append((model, list(ids), on))


def write(batch: Batch) -> None:
    """Write everything; called inside a unit of work."""
    for model, ids, on in batch.ended:
        for start in range(0, len(ids), CHUNK):
            some: Any = model.objects.of(batch.school_id).filter(pk__in=ids[start : start + CHUNK])
            some.update(ends=on)
    for model, rows in batch.created:
        model.objects.bulk_create(rows, batch_size=CHUNK)
    for model, rows, names in batch.changed:
        model.objects.of(batch.school_id).bulk_update(rows, names, batch_size=CHUNK)
