"""The drill tells whether the newest backup can be restored, and leaves nothing behind."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from taoli.common.databases import database
from taoli.common.errors import TaoliError
from taoli.common.keeping import drill as drilling
from taoli.common.keeping import other, status
from taoli.common.keeping.backup import back_up
from taoli.common.keeping.drill import address, drill
from taoli.common.state import state_hash
from tests.world import World


def databases() -> set[str]:
    if connection.vendor == "sqlite":
        return set()
    return {row[0] for row in other.rows("default", "SELECT datname FROM pg_database")}


def test_a_good_backup_passes_and_nothing_is_left(
    kept: World, folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, there = state_hash(), databases()
    file = back_up().file
    call_command("restore_drill")
    said = capsys.readouterr().out
    assert (str(file) in said, said.count("✓"), "恢复演练通过" in said) == (True, 5, True)
    outcome = status.last("drill")
    assert outcome is not None
    assert (outcome.good, outcome.file) == (True, str(file))
    assert (state_hash(), databases(), list((folders / "data").glob("scratch-*"))) == (before, there, [])


def test_a_spoilt_backup_fails_and_is_remembered(kept: World, folders: Path) -> None:
    file = back_up().file
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(CommandError, match="恢复演练没有通过"):
        call_command("restore_drill")
    outcome = status.last("drill")
    assert outcome is not None
    assert (outcome.good, outcome.file, "损坏" in outcome.message) == (False, str(file), True)


def test_without_a_backup_the_drill_fails(kept: World, folders: Path) -> None:
    with pytest.raises(TaoliError, match="没有备份可供演练"):
        drill()


def test_an_older_backup_is_migrated_in_a_process_of_its_own(
    kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up()
    answers = iter([True, False])
    monkeypatch.setattr(other, "is_current", lambda _alias: next(answers))
    done = drill()
    assert "从版本" in done.proof.good[4]


def test_a_database_that_may_not_be_made_is_said(kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TaoliError, match="CREATEDB"):
        drilling._execute("default", "CREATE NONSENSE")


def test_an_address_is_read_back_as_it_was() -> None:
    conf = database("postgresql://u%40x:p%2Fw@db.example:5433/school", Path())
    again = database(address(conf), Path())
    assert {key: again[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        key: conf[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    }


def test_a_status_that_cannot_be_read_counts_as_none(folders: Path) -> None:
    file = folders / "data" / "keeping.json"
    for text in ("{", "[]", '{"drill": {"at": "x"}}', '{"drill": {"good": true}}'):
        file.write_text(text)
        assert status.last("drill") is None
