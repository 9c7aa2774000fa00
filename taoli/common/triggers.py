"""The database refuses to change or delete audit entries, on SQLite and PostgreSQL."""

import contextlib
from collections.abc import Iterator
from typing import Any

TABLE = "common_auditentry"
ACTS = ("UPDATE", "DELETE")


def create(connection: Any) -> None:
    """Create the triggers."""
    _execute(connection, _creates(connection.vendor))


def drop(connection: Any) -> None:
    """Drop the triggers."""
    _execute(connection, _drops(connection.vendor))


@contextlib.contextmanager
def lifted(connection: Any) -> Iterator[None]:
    """Lift the triggers around a flush; for the tests' own database only."""
    drop(connection)
    try:
        yield
    finally:
        create(connection)


def _execute(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _creates(vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {TABLE}_{act.lower()} BEFORE {act} ON {TABLE} "
            "BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END"
            for act in ACTS
        ]
    function = (
        f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger AS "
        "$$ BEGIN RAISE EXCEPTION 'audit entries are append-only'; END $$ LANGUAGE plpgsql"
    )
    triggers = [
        f"CREATE TRIGGER {TABLE}_{act.lower()} BEFORE {act} ON {TABLE} "
        f"FOR EACH {'STATEMENT' if act == 'TRUNCATE' else 'ROW'} EXECUTE FUNCTION {TABLE}_refuse()"
        for act in (*ACTS, "TRUNCATE")
    ]
    return [function, *triggers]


def _drops(vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {TABLE}_{act.lower()}" for act in ACTS]
    return [f"DROP TRIGGER IF EXISTS {TABLE}_{act.lower()} ON {TABLE}" for act in (*ACTS, "TRUNCATE")]
