"""The database refuses to change or delete audit entries, on SQLite and PostgreSQL."""

import contextlib
from collections.abc import Iterator
from typing import Any

TABLE = "common_auditentry"
ACTS = ("UPDATE", "DELETE")


def create(schema_editor: Any) -> None:
    """Create the triggers."""
    for statement in _creates(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def drop(schema_editor: Any) -> None:
    """Drop the triggers."""
    for statement in _drops(schema_editor.connection.vendor):
        schema_editor.execute(statement)


@contextlib.contextmanager
def lifted(connection: Any) -> Iterator[None]:
    """Lift the triggers around a flush; for the tests' own database only."""
    with connection.schema_editor() as editor:
        drop(editor)
    try:
        yield
    finally:
        with connection.schema_editor() as editor:
            create(editor)


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
