"""Putting a moment back waits for nobody who holds the database."""

import sqlite3
from pathlib import Path

import pytest

from taoli.common.errors import TaoliError
from taoli.common.keeping import other, snapshot
from taoli.common.keeping.snapshot import put
from tests.world import World


def made(file: Path, value: str) -> Path:
    handle = sqlite3.connect(file)
    handle.execute("CREATE TABLE t (x)")
    handle.execute("INSERT INTO t VALUES (?)", [value])
    handle.commit()
    handle.close()
    return file


def test_a_database_that_somebody_holds_is_not_replaced(
    kept: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "TRIES", 2)
    old, new = made(tmp_path / "old.sqlite3", "old"), made(tmp_path / "new.sqlite3", "new")
    holder = sqlite3.connect(old, isolation_level=None)
    conf = other.file_settings(old)
    conf["OPTIONS"]["timeout"] = 0.1
    with other.opened(conf) as alias:
        assert other.rows(alias, "SELECT x FROM t") == [("old",)]
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TaoliError, match="请先停止服务"):
            put(new, alias)
        holder.execute("ROLLBACK")
        assert other.rows(alias, "SELECT x FROM t") == [("old",)]
        put(new, alias)
        assert other.rows(alias, "SELECT x FROM t") == [("new",)]
    holder.close()


def test_a_log_beside_the_file_is_no_hindrance(kept: World, tmp_path: Path) -> None:
    """The file in use keeps a write-ahead log; a moment goes through it and readers see it at once."""
    old, new = made(tmp_path / "old.sqlite3", "old"), made(tmp_path / "new.sqlite3", "new")
    reader = sqlite3.connect(old, isolation_level=None)
    assert reader.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    assert reader.execute("SELECT x FROM t").fetchone() == ("old",)
    with other.opened(other.file_settings(old)) as alias:
        put(new, alias)
    assert reader.execute("SELECT x FROM t").fetchone() == ("new",)
    assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    reader.close()
