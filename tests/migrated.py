"""The migrated SQLite database, kept as a file: migrating takes twenty seconds, copying a fraction of one.

The file bears a fingerprint of everything migrations are made from; `tests/architecture/test_migrated.py` sees to it
that this is everything. Nothing of `taoli`: the browser's tests use it too.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.prepare import CACHE, ROOT, fingerprint

FOLDER = CACHE / "migrated"
STANDS_ON = ("ids", "sealed", "tenancy", "triggers")  # what migrations import of taoli.common


def kept() -> Path:
    """Return where the database of these very migrations is kept, whether it is there or not."""
    parts = [ROOT / "taoli" / "common" / f"{name}.py" for name in STANDS_ON]
    parts += [ROOT / "taoli" / "config" / "settings.py", ROOT / "requirements" / "base.txt"]
    return FOLDER / f"{fingerprint([*parts, *ROOT.glob('taoli/*/migrations/*.py')])}.sqlite3"


def lend(file: Path) -> None:
    """Put a copy where an installation will look for its database, if there is one to copy."""
    if kept().exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept(), file)


def keep_what_is_migrated() -> None:
    """Let `migrate` fill the empty SQLite database of the tests from the file, or make the file."""
    import sqlite3  # here, after the settings have put the newer one in its place

    from django.conf import settings
    from django.core.management.commands.migrate import Command
    from django.db import connections

    command: Any = Command
    plain: Callable[..., None] = command.handle

    def handle(self: Any, *words: Any, **options: Any) -> None:
        connection: Any = connections[options["database"]]
        without = bool(settings.MIGRATION_MODULES)  # pytest --nomigrations: tables, but no migration is noted
        if (
            without
            or connection.vendor != "sqlite"
            or not connection.is_in_memory_db()
            or connection.introspection.table_names()
        ):
            plain(self, *words, **options)
            return
        file = kept()
        if file.exists():
            copy(file, connection.connection)
            return
        plain(self, *words, **options)
        for stale in FOLDER.glob("*"):
            stale.unlink(missing_ok=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = FOLDER / f"{os.getpid()}.part"
        copy(connection.connection, part)
        part.replace(file)

    def copy(source: Any, target: Any) -> None:
        ends = [sqlite3.connect(end) if isinstance(end, Path) else end for end in (source, target)]
        ends[0].backup(ends[1])
        for end, given in zip(ends, (source, target), strict=True):
            if end is not given:
                end.close()

    command.handle = handle
