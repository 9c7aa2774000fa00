"""The database refuses to change audit entries and published rows, on SQLite and PostgreSQL."""

import contextlib
from collections.abc import Iterator, Sequence
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


def freeze(connection: Any, table: str, columns: Sequence[str], states: Sequence[str]) -> None:
    """Refuse changes of the columns, and leaving the states, of rows in one of the states."""
    _execute(connection, _freezes(connection.vendor, table, columns, states))


def thaw(connection: Any, table: str) -> None:
    """Drop what `freeze` created."""
    where = "" if connection.vendor == "sqlite" else f" ON {table}"
    _execute(connection, [f"DROP TRIGGER IF EXISTS {table}_frozen{where}"])


def _freezes(vendor: str, table: str, columns: Sequence[str], states: Sequence[str]) -> list[str]:
    listed = ", ".join(f"'{state}'" for state in states)
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    changed = " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)
    when = f"OLD.state IN ({listed}) AND (NEW.state NOT IN ({listed}) OR {changed})"
    words = f"{table}: a published row is frozen"
    head = f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table}"
    if vendor == "sqlite":
        return [f"{head} WHEN {when} BEGIN SELECT RAISE(ABORT, '{words}'); END"]
    function = (
        f"CREATE OR REPLACE FUNCTION {table}_frozen() RETURNS trigger AS "
        f"$$ BEGIN RAISE EXCEPTION '{words}'; END $$ LANGUAGE plpgsql"
    )
    return [function, f"{head} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {table}_frozen()"]
