"""How PostgreSQL's own programs are called; what they do is tested in the lane that has a server."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from taoli.common.databases import database
from taoli.common.errors import TaoliError
from taoli.common.keeping import other, postgres

CONF = database("postgresql://taoli:very%20secret@db.example:5433/school", Path())


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], Mapping[str, str]]]:
    """The programs that would be started, and their environment."""
    found: list[tuple[list[str], Mapping[str, str]]] = []
    monkeypatch.setattr(postgres, "program", lambda name: name)
    monkeypatch.setattr(postgres, "run", lambda command, environment: found.append((command, environment)))
    return found


def test_the_password_stands_on_no_command_line(calls: list[Any], tmp_path: Path) -> None:
    postgres.dump(CONF, tmp_path / "database", "00000003-1")
    postgres.load(CONF, tmp_path / "database")
    postgres.clear(CONF, tmp_path)
    assert [command[0] for command, _environment in calls] == ["pg_dump", "pg_restore", "psql", "psql"]
    for command, environment in calls:
        assert "very secret" not in " ".join(command)
        assert (environment["PGPASSWORD"], environment["PGHOST"], environment["PGPORT"]) == (
            "very secret",
            "db.example",
            "5433",
        )


def test_a_dump_is_of_one_snapshot_and_a_load_is_one_transaction(calls: list[Any], tmp_path: Path) -> None:
    postgres.dump(CONF, tmp_path / "database", "00000003-1")
    postgres.load(CONF, tmp_path / "database")
    dump, _script, psql = (command for command, _environment in calls)
    assert "--snapshot=00000003-1" in dump
    assert {"--single-transaction", "--set=ON_ERROR_STOP=1"} <= set(psql)
    assert [Path(word.removeprefix("--file=")).name for word in psql[-2:]] == ["database.empty.sql", "database.sql"]


def test_a_program_that_fails_is_quoted(settings: Any) -> None:
    with pytest.raises(TaoliError, match="sh: no room"):
        other.run(["sh", "-c", "echo no room >&2; exit 3"], {})
