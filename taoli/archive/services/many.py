"""Many new rows at once: every value made ready before the transaction, which then only writes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from taoli.archive.models import Score


@dataclass(frozen=True, slots=True)
class Ready:
    """One statement, and the values of each row as the database takes them."""

    sql: str
    values: list[tuple[Any, ...]]


def ready_to_write(rows: Sequence[Score]) -> Ready:
    """Return the rows as they will be written; nothing is written yet."""
    fields = Score._meta.concrete_fields
    names = ", ".join(connection.ops.quote_name(str(one.column)) for one in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {connection.ops.quote_name(Score._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608  # nosec B608 - own names
    return Ready(
        sql,
        [tuple(one.get_db_prep_save(one.pre_save(row, add=True), connection) for one in fields) for row in rows],
    )


def write_ready(ready: Ready) -> None:
    """Write the rows; called inside a unit of work."""
    if ready.values:
        with connection.cursor() as cursor:
            cursor.executemany(ready.sql, ready.values)
