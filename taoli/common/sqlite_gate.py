"""Use a SQLite that does not lose data, or a journal mode that keeps an old one safe.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL database with several connections (backports 3.44.6 and 3.50.7
excepted), so the linked version decides the journal mode at start-up.
"""

import contextlib
import importlib
import sys

Version = tuple[int, int, int]

FIXED: Version = (3, 51, 3)
BACKPORTS: tuple[Version, ...] = ((3, 44, 6), (3, 50, 7))
WAL_SINCE: Version = (3, 7, 0)


def install() -> Version:
    """Put the bundled SQLite in place of the system's and return the version in use."""
    with contextlib.suppress(ImportError):
        bundled = importlib.import_module("pysqlite3")
        sys.modules["sqlite3"] = bundled
        sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")
    major, minor, patch = importlib.import_module("sqlite3").sqlite_version_info
    return (major, minor, patch)


def safe_for_wal(version: Version) -> bool:
    """Say whether WAL with several connections is safe on this SQLite."""
    if version < WAL_SINCE or version >= FIXED:
        return True
    return any(version[:2] == good[:2] and version >= good for good in BACKPORTS)


def init_command(version: Version) -> str:
    """Return the pragmas for a new connection: FULL keeps every acknowledged record through a power cut."""
    journal = "WAL" if safe_for_wal(version) else "DELETE"
    return f"PRAGMA journal_mode={journal};PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
