"""An upgrade that fails has not happened."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from taoli.common.keeping import other
from taoli.common.keeping import upgrade as upgrading
from taoli.common.keeping.backup import backups
from taoli.common.keeping.proof import Proof
from taoli.common.state import state_hash
from tests.world import World


def test_an_upgrade_keeps_a_safety_copy_and_says_what_it_did(
    kept: World, folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state_hash()
    call_command("upgrade")
    said = capsys.readouterr().out
    copies = backups(folders / "backups")
    assert ("数据库已是最新" in said, said.count("✓"), [file.name in said for file in copies]) == (True, 2, [True])
    assert state_hash() == before


def test_a_migration_that_fails_is_undone(kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state_hash()

    def half(*_args: object, **_options: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE guidance_recordgram")
        raise DatabaseError("column exists")

    monkeypatch.setattr(upgrading, "call_command", half)
    with pytest.raises(CommandError, match=r"column exists.*已恢复到操作前的状态"):
        call_command("upgrade")
    assert "guidance_recordgram" in other.tables("default")
    assert state_hash() == before


def test_a_check_that_fails_undoes_the_upgrade(kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_alias: str, proof: Proof) -> None:
        proof.add("chain", ["entry 3 was changed"])

    monkeypatch.setattr(upgrading, "prove_chain", broken)
    with pytest.raises(CommandError, match=r"没有通过检查.*entry 3.*已恢复"):
        call_command("upgrade")


def test_a_database_newer_than_the_program_is_left_alone(kept: World, folders: Path) -> None:
    MigrationRecorder(connection).record_applied("roster", "0099_next_year")
    try:
        with pytest.raises(CommandError, match="0099_next_year"):
            call_command("upgrade")
    finally:
        MigrationRecorder(connection).record_unapplied("roster", "0099_next_year")
    assert backups(folders / "backups") == []
