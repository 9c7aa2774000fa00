"""The database at one moment, while the server goes on writing; and putting such a moment back."""

import contextlib
import itertools
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connections, transaction
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping import postgres
from taoli.common.keeping.other import file_settings, opened, same_settings

LOCKED = (5, 6)  # SQLITE_BUSY, SQLITE_LOCKED: the driver would try for ever
TRIES, PAUSE = 80, 0.25  # twenty seconds


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One moment: the alias it can be read under, and its file."""

    alias: str
    file: Path


@contextlib.contextmanager
def taken(folder: Path) -> Iterator[Snapshot]:
    """Freeze the database in use and write it to a file, PostgreSQL by pg_dump."""
    file = folder / "database"
    with frozen(folder) as alias:
        if connections[alias].vendor != "sqlite":
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT pg_export_snapshot()")
                name = cursor.fetchone()[0]
            postgres.dump(same_settings(), file, name)
        yield Snapshot(alias, file)


@contextlib.contextmanager
def frozen(folder: Path) -> Iterator[str]:
    """Yield an alias under which the database stands still: a copy by SQLite's online backup, or one snapshot."""
    if connections["default"].vendor == "sqlite":
        copy_out(folder / "database")
        with opened(file_settings(folder / "database")) as alias:
            yield alias
        return
    with opened(same_settings()) as alias, transaction.atomic(using=alias):
        with connections[alias].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield alias


def copy_out(file: Path) -> None:
    """Copy the SQLite database in use into a file of its own, whole and without a log beside it."""
    target = sqlite3.connect(file)
    try:
        copy_pages(raw("default"), target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()


def put(file: Path, alias: str = "default") -> None:
    """Put a moment in place of what the database has, all or nothing; TaoliError when somebody else holds it."""
    connection = connections[alias]
    if connection.vendor != "sqlite":
        conf = {key: value for key, value in connection.settings_dict.items() if key != "TEST"}
        connection.close()
        postgres.load(conf, file)
        return
    source = sqlite3.connect(file)
    try:
        copy_pages(source, raw(alias))
    finally:
        source.close()


def copy_pages(source: Any, target: Any) -> None:
    """Copy a SQLite database page by page in one transaction; TaoliError when one of the two stays locked."""
    waited = itertools.count(1)

    def step(status: int, _remaining: int, _total: int) -> None:
        if status in LOCKED and next(waited) > TRIES:
            raise TaoliError(_("The database is in use. Stop the server and its worker first."))

    source.backup(target, progress=step, sleep=PAUSE)


def raw(alias: str) -> Any:
    """Return the driver's own connection."""
    connection = connections[alias]
    connection.ensure_connection()
    return connection.connection
