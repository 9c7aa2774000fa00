"""Rows brought to what they should be, by upsert: INSERT … ON CONFLICT DO UPDATE on SQLite and PostgreSQL alike."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import QuerySet

from taoli.common.tenancy import TenantModel

M = TypeVar("M", bound=TenantModel)
BATCH = 500


def bring(
    stored: "QuerySet[M]", wanted: Iterable[M], key: Sequence[str], values: Sequence[str]
) -> list[tuple[M | None, M | None]]:
    """Make the stored rows equal the wanted ones; return those that differed, as they were and as they are (None: no
    such row).

    `key` are the attribute names of the unique constraint without the school, `values` what may change.
    """
    known = {_attributes(row, key): row for row in stored}
    changed: list[tuple[M | None, M]] = []
    for row in wanted:
        before = known.pop(_attributes(row, key), None)
        if before is None or _attributes(before, values) != _attributes(row, values):
            changed.append((before, row))
    upsert([row for _before, row in changed], key, values)
    if known:
        gone = [row.pk for row in known.values()]
        for start in range(0, len(gone), BATCH):
            stored.filter(pk__in=gone[start : start + BATCH]).delete()
    return [*changed, *((row, None) for row in known.values())]


def upsert(rows: Sequence[M], key: Sequence[str], values: Sequence[str]) -> None:
    """Write rows; where one of the key exists, its values are set."""
    if not rows:
        return
    model = type(rows[0])
    model._default_manager.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=_fields(model, ("school_id", *key)),
        update_fields=_fields(model, values),
    )


def _fields(model: type[TenantModel], attributes: Sequence[str]) -> list[str]:
    return [next(f.name for f in model._meta.concrete_fields if name in {f.name, f.attname}) for name in attributes]


def _attributes(row: Any, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value := getattr(row, name), list) else value for name in names)
