"""A second database beside the one in use: a backup's, a drill's, or the one moved to."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from taoli.common.errors import TaoliError
from taoli.common.tenancy import cross_school

Migration = tuple[str, str]


@contextlib.contextmanager
def opened(wanted: Mapping[str, Any], alias: str = "other") -> Iterator[str]:
    """Let Django know another database under an alias for the length of the block; never pooled."""
    conf = {**wanted, "CONN_MAX_AGE": None}
    conf["OPTIONS"] = {name: value for name, value in conf.get("OPTIONS", {}).items() if name != "pool"}
    connections.databases[alias] = connections.configure_settings({"default": {}, alias: conf})[alias]
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.databases[alias]


def file_settings(file: Path) -> dict[str, Any]:
    """Return settings for a SQLite file that lies aside, without a write-ahead log beside it."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {"init_command": "PRAGMA foreign_keys=ON;"},
    }


def same_settings() -> dict[str, Any]:
    """Return the settings of the database in use, for a second connection to it."""
    return {key: value for key, value in connections["default"].settings_dict.items() if key != "TEST"}


def rows(alias: str, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query over the whole database, of whatever school."""
    with cross_school("keeping"), connections[alias].cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def tables(alias: str) -> list[str]:
    """Return the names of all tables, sorted."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        return sorted(connection.introspection.table_names(cursor))


def counts(alias: str) -> dict[str, int]:
    """Return the number of rows of each table."""
    quote = connections[alias].ops.quote_name
    queries = {name: f"SELECT count(*) FROM {quote(name)}" for name in tables(alias)}  # noqa: S608 ours  # nosec B608
    return {name: rows(alias, sql)[0][0] for name, sql in queries.items()}


def applied(alias: str) -> list[Migration]:
    """Return the migrations a database has."""
    return sorted(MigrationRecorder(connections[alias]).applied_migrations())


def known() -> set[Migration]:
    """Return the migrations this code knows, squashed ones included."""
    found = MigrationLoader(None).disk_migrations
    return {*found, *(old for migration in found.values() for old in migration.replaces)}


def is_current(alias: str) -> bool:
    """Say whether a database has every migration of this code."""
    loader = MigrationLoader(connections[alias], ignore_no_migrations=True)
    return set(loader.graph.nodes) <= set(loader.applied_migrations)


def migrate_apart(environment: Mapping[str, str]) -> None:
    """Migrate another database in a process of its own, so that no migration can touch the one in use."""
    run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"],
        {"PYTHONPATH": str(settings.BASE), **environment},
    )


def run(command: list[str], environment: Mapping[str, str]) -> None:
    """Run a program; TaoliError with its last lines when it fails."""
    done = subprocess.run(  # noqa: S603 programs found by us, no shell
        command, env={**os.environ, **environment}, cwd=settings.BASE, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise TaoliError(f"{Path(command[0]).name}: {' '.join(done.stderr.split())[-600:]}")
