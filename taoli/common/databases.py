"""The one database a Taoli runs on: SQLite unless a PostgreSQL address is given."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from taoli.common import sqlite_gate

SQLITE_VERSION = sqlite_gate.install()
FILE = "taoli.sqlite3"


def database(url: str, folder: Path) -> dict[str, Any]:
    """Return Django's settings for `postgresql://user:password@host:port/name` or `sqlite:////whole/path/file`.

    An empty address is SQLite in `folder`. ValueError when the address is of another kind.
    """
    if not url:
        return sqlite(folder / FILE)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path[1:])))
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ValueError(url)
    return postgresql(url)


def sqlite(file: Path) -> dict[str, Any]:
    """Return settings for SQLite; IMMEDIATE so that a writer waits instead of failing half-way."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": sqlite_gate.init_command(SQLITE_VERSION),
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """Return settings for PostgreSQL with psycopg's pool; server-side cursors off for pgbouncer."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}} if query.get("pool") != "no" else {},
    }
