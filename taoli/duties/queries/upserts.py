"""Rows brought to what they should be, by upsert: INSERT … ON CONFLICT DO UPDATE on SQLite and PostgreSQL alike.

The only place with SQL of its own (docs/decisions/0001): texts made from the models, the same on both engines.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
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


class Amended:
    """UPDATE of some columns (`added`: by how much they grow) of the rows that a key finds, one statement a row."""

    def __init__(
        self, model: type[TenantModel], changed: Sequence[str], key: Sequence[str], added: Sequence[str] = ()
    ) -> None:
        """Name the attributes; values come in the order added, changed, key."""
        fields = {name: field for field in model._meta.concrete_fields for name in (field.name, field.attname)}
        self.fields = [fields[name] for name in (*added, *changed, *key)]
        quoted = [f'"{field.column}"' for field in self.fields]
        news = [f"{column} = {column} + %s" for column in quoted[: len(added)]]
        news += [f"{column} = %s" for column in quoted[len(added) : len(added) + len(changed)]]
        where = " AND ".join(f"{column} = %s" for column in quoted[len(news) :])
        self.split = len(news)
        table = f'"{model._meta.db_table}"'
        news_said = ", ".join(news)
        self.sql = f'UPDATE {table} SET {news_said} WHERE {table}."school_id" = %s AND {where}'  # noqa: S608  # nosec B608 own names

    def __call__(self, school_id: int, rows: Iterable[Sequence[Any]]) -> bool:
        """Amend rows; False when one of them is not there."""
        own = connections[DEFAULT_DB_ALIAS]
        with own.cursor() as cursor:
            for row in rows:
                given = [field.get_db_prep_save(value, own) for field, value in zip(self.fields, row, strict=True)]
                cursor.execute(self.sql, [*given[: self.split], school_id, *given[self.split :]])
                if not cursor.rowcount:
                    return False
        return True


class Inserted:
    """INSERT of rows of one model, one statement a row, for what is written with every record."""

    def __init__(self, model: type[TenantModel]) -> None:
        """Name the model."""
        self.fields = list(model._meta.concrete_fields)
        columns, places = ", ".join(f'"{field.column}"' for field in self.fields), ", ".join(["%s"] * len(self.fields))
        table = f'"{model._meta.db_table}"'
        self.sql = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608  # nosec B608 own names only

    def __call__(self, rows: Iterable[TenantModel]) -> None:
        """Write rows."""
        own = connections[DEFAULT_DB_ALIAS]
        with own.cursor() as cursor:
            for row in rows:
                values = row.__dict__
                cursor.execute(self.sql, [field.get_db_prep_save(values[field.attname], own) for field in self.fields])
                row._state.adding = False


class Counted:
    """INSERT … SELECT … ON CONFLICT DO UPDATE: one row of counts over another table, in one statement."""

    def __init__(
        self,
        model: type[TenantModel],
        key: Sequence[str],
        counts: dict[str, str],
        source: type[TenantModel],
        where: str,
    ) -> None:
        """Name the unique constraint without the school, attribute → expression, and which rows of the source count."""
        fields = {field.attname: field for field in model._meta.concrete_fields}
        self.new_id, self.key = fields["id"], [fields[name] for name in ("id", "school_id", *key)]
        columns = ", ".join(f'"{fields[name].column}"' for name in ("id", "school_id", *key, *counts))
        places = ", ".join(["%s"] * len(self.key))
        unique = ", ".join(f'"{fields[name].column}"' for name in ("school_id", *key))
        news = ", ".join(f'"{name}" = EXCLUDED."{name}"' for name in counts)
        table = f'"{source._meta.db_table}"'
        self.sql = (
            f'INSERT INTO "{model._meta.db_table}" ({columns}) '  # noqa: S608  # nosec B608 own names only
            f"SELECT {places}, {', '.join(counts.values())} FROM {table} "
            f'WHERE {table}."school_id" = %s AND {where} GROUP BY {table}."school_id" '
            f"ON CONFLICT ({unique}) DO UPDATE SET {news}"
        )

    def __call__(self, school_id: int, key: Sequence[Any], *conditions: Any) -> bool:
        """Write the counts of one key; False (and nothing written) when no row counts."""
        own = connections[DEFAULT_DB_ALIAS]
        whole = (self.new_id.get_default(), school_id, *key)
        given = [field.get_db_prep_save(value, own) for field, value in zip(self.key, whole, strict=True)]
        with own.cursor() as cursor:
            cursor.execute(self.sql, [*given, school_id, *(adapted(one, own) for one in conditions)])
            return bool(cursor.rowcount)


def adapted(value: Any, own: Any) -> Any:
    """Return a number, text, day or id as a connection's database takes it."""
    if isinstance(value, uuid.UUID):
        return value if own.features.has_native_uuid_field else value.hex
    return own.ops.adapt_datefield_value(value) if isinstance(value, dt.date) else value
