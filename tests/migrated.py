"""The migrated database, kept as a file: migrating takes twenty seconds, copying a fraction of one.

SQLite's is the database itself, PostgreSQL's what pg_dump writes.

The file bears a fingerprint of everything migrations are made from; `tests/architecture/test_migrated.py` sees to it
that this is everything. Nothing of `taoli`: the browser's tests use it too.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools import system
from tools.prepare import CACHE, ROOT, fingerprint

FOLDER = CACHE / "migrated"
STANDS_ON = ("ids", "sealed", "tenancy", "triggers")  # what migrations import of taoli.common


def kept(ending: str = "sqlite3") -> Path:
    """Return where the database of these very migrations is kept, whether it is there or not."""
    parts = [ROOT / "taoli" / "common" / f"{name}.py" for name in STANDS_ON]
    parts += [ROOT / "taoli" / "config" / "settings.py", ROOT / "requirements" / "base.txt"]
    return FOLDER / f"{fingerprint([*parts, *ROOT.glob('taoli/*/migrations/*.py')])}.{ending}"


def lend(file: Path) -> None:
    """Put a copy where an installation will look for its database, if there is one to copy."""
    if kept().exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept(), file)


def keep_what_is_migrated() -> None:
    """Let `migrate` fill the empty database of the tests from the file, or make the file."""
    from django.conf import settings
    from django.core.management.commands.migrate import Command
    from django.db import connections

    command: Any = Command
    plain: Callable[..., None] = command.handle

    def handle(self: Any, *words: Any, **options: Any) -> None:
        connection: Any = connections[options["database"]]
        without = bool(settings.MIGRATION_MODULES)  # pytest --nomigrations: tables, but no migration is noted
        if without or not of_the_tests(connection) or connection.introspection.table_names():
            plain(self, *words, **options)
            return
        ending, fill, write = KINDS[connection.vendor]
        file = kept(ending)
        if file.exists():
            fill(connection, file)
            return
        plain(self, *words, **options)
        for stale in FOLDER.glob(f"*.{ending}"):
            stale.unlink(missing_ok=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = FOLDER / f"{os.getpid()}.part"
        if write(connection, part):
            part.replace(file)

    command.handle = handle


def of_the_tests(connection: Any) -> bool:
    """Say whether a database is the one that the tests make for themselves."""
    if connection.vendor == "sqlite":
        return bool(connection.is_in_memory_db())
    return connection.vendor == "postgresql" and str(connection.settings_dict["NAME"]).startswith("test_")


def from_sqlite(connection: Any, file: Path) -> None:
    """Fill SQLite's database from the file."""
    copy(file, connection.connection)


def to_sqlite(connection: Any, file: Path) -> bool:
    """Write SQLite's database to the file."""
    copy(connection.connection, file)
    return True


def copy(source: Any, target: Any) -> None:
    """Copy a database, each end a connection or a file."""
    import sqlite3  # here, after the settings have put the newer one in its place

    ends = [sqlite3.connect(end) if isinstance(end, Path) else end for end in (source, target)]
    ends[0].backup(ends[1])
    for end, given in zip(ends, (source, target), strict=True):
        if end is not given:
            end.close()


def from_postgres(connection: Any, file: Path) -> None:
    """Run what pg_dump wrote, then forget the settings it made for itself."""
    with connection.cursor() as cursor:
        cursor.execute(file.read_text())
    connection.close()


def to_postgres(connection: Any, file: Path) -> bool:
    """Let pg_dump write the file, without what only psql understands; no file if it cannot."""
    programs = system.postgres_bin()
    if programs is None or not (programs / "pg_dump").exists():
        return False
    where = connection.get_connection_params()
    flags = {"--host": "host", "--port": "port", "--username": "user", "--dbname": "dbname"}
    address = [f"{flag}={where[name]}" for flag, name in flags.items() if where.get(name)]
    command = [str(programs / "pg_dump"), "--no-password", "--no-owner", "--inserts", *address]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return False
    lines = [line for line in done.stdout.splitlines(keepends=True) if not line.startswith("\\")]
    file.write_text("".join(lines))
    return True


Move = Callable[[Any, Path], Any]
KINDS: dict[str, tuple[str, Move, Move]] = {
    "sqlite": ("sqlite3", from_sqlite, to_sqlite),
    "postgresql": ("sql", from_postgres, to_postgres),
}
