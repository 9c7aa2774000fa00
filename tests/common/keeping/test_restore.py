"""Backup, wipe, restore: the same state, whole, nobody let in again."""

import dataclasses
import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from taoli.accounts import services as accounts
from taoli.common.errors import TaoliError
from taoli.common.keeping import archive, other, proof, tombstones
from taoli.common.keeping import restore as restoring
from taoli.common.keeping.backup import back_up, backups
from taoli.common.keeping.drill import scratch_database
from taoli.common.keeping.guarded import empty
from taoli.common.keeping.keys import backup_key, key_file
from taoli.common.keeping.restore import restore
from taoli.common.models import AuditEntry
from taoli.common.state import state_hash
from taoli.roster.models import Student
from tests.conftest import NOW
from tests.world import World


def rename(world: World, name: str) -> None:
    Student.objects.of(world.school).filter(number="S001").update(name=name)


def test_backup_wipe_restore_gives_the_same_state(kept: World, folders: Path, tmp_path: Path) -> None:
    before = state_hash()
    file = back_up().file
    empty("default", tmp_path)
    assert other.tables("default") == []
    done = restore(file)
    call_command("verify_audit")
    assert (done.manifest.state_hash, done.safety, done.proof.bad) == (before, None, [])
    assert len(done.proof.good) == 5
    assert kept.client("孙悦").get("/roster/students/").status_code == 200


def test_the_state_before_a_restore_is_kept_and_can_be_restored(kept: World, folders: Path) -> None:
    file = back_up().file
    rename(kept, "后来的名字")
    done = restore(file)
    assert Student.objects.of(kept.school).get(number="S001").name == "林子涵"
    assert done.safety is not None
    restore(done.safety)
    assert Student.objects.of(kept.school).get(number="S001").name == "后来的名字"


def test_a_restore_is_written_into_the_audit_trail(kept: World, folders: Path) -> None:
    file = back_up().file
    restore(file)
    last = AuditEntry.objects.of(kept.school).order_by("-seq")[0]
    assert (last.action, last.data["file"]) == ("backup.restore", file.name)
    call_command("verify_audit")


def test_a_restore_ends_every_session(kept: World, folders: Path) -> None:
    client = kept.client("王敏")
    file = back_up().file
    assert client.get("/today/").status_code == 200
    restore(file)
    assert Session.objects.count() == 0
    assert client.get("/today/").status_code == 302


def test_somebody_shut_out_after_the_backup_stays_out(kept: World, folders: Path) -> None:
    file = back_up().file
    accounts.close_account(by=kept.office, account=kept.accounts["王敏"])
    done = restore(file)
    kept.accounts["王敏"].refresh_from_db()
    assert (done.shut_out, kept.accounts["王敏"].is_active) == (1, False)
    assert kept.client("王敏").get("/today/").status_code == 302


def test_somebody_let_in_again_is_not_shut_out(kept: World, folders: Path) -> None:
    file = back_up().file
    accounts.close_account(by=kept.office, account=kept.accounts["王敏"])
    with time_machine.travel(NOW + dt.timedelta(minutes=1)):
        accounts.reopen_account(by=kept.office, account=kept.accounts["王敏"])
    assert restore(file).shut_out == 0


def test_shut_out_people_stay_out_on_a_new_machine(kept: World, folders: Path, tmp_path: Path) -> None:
    old = back_up().file
    accounts.close_account(by=kept.office, account=kept.accounts["王敏"])
    with time_machine.travel(NOW + dt.timedelta(days=1)):
        back_up()
    tombstones.file().unlink()
    empty("default", tmp_path)
    assert restore(old).shut_out == 1


def test_a_half_written_tombstone_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "tombstones.jsonl"
    file.write_text('{"account": "a", "closed": true, "at": "2026-11-23"}\n{"account": "b"}\n[1]\n{"acc')
    assert len(tombstones.gathered([file, tmp_path / "none"])) == 1


def test_another_key_refuses_and_changes_nothing(kept: World, folders: Path) -> None:
    file = back_up().file
    before = state_hash()
    key_file().unlink()
    with pytest.raises(TaoliError, match="找不到备份密钥"):
        restore(file)
    backup_key(make=True)
    with pytest.raises(TaoliError, match="本机的密钥是"):
        restore(file)
    key_file().write_text("no key at all")
    with pytest.raises(TaoliError, match="不是备份密钥"):
        restore(file)
    assert state_hash() == before


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied"])
def test_a_damaged_file_refuses_and_changes_nothing(kept: World, folders: Path, damage: str) -> None:
    file = back_up().file
    before, data = state_hash(), bytearray(file.read_bytes())
    if damage == "cut":
        del data[-5000:]
    elif damage == "emptied":
        data.clear()
    else:
        data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(TaoliError, match="备份"):
        restore(file)
    assert state_hash() == before
    assert [one for one in backups(folders / "backups") if "before" in one.name] == []


def test_a_missing_file_is_said_to_be_missing(kept: World, folders: Path) -> None:
    with pytest.raises(CommandError, match="没有备份文件"):
        call_command("restore", str(folders / "none.backup"), yes=True)


def again(file: Path, **changes: Any) -> Path:
    """Seal the same backup again with another manifest."""
    folder, key = file.with_suffix(".folder"), backup_key(make=False)
    folder.mkdir()
    manifest = archive.unpack(file, key, folder)
    members = {name: folder / name for name in manifest.members}
    target = file.with_name("taoli-20261124-000000-forged.backup")
    archive.write(target, key, dataclasses.replace(manifest, **changes), members)
    return target


def test_a_backup_of_a_newer_program_is_refused(kept: World, folders: Path) -> None:
    file = again(back_up().file, migrations=[["roster", "0099_next_year"]], version="9.0")
    with pytest.raises(TaoliError, match=r"9\.0.*0099_next_year"):
        restore(file)


def test_a_backup_of_another_kind_of_database_is_refused(kept: World, folders: Path) -> None:
    with pytest.raises(TaoliError, match="oracle"):
        restore(again(back_up().file, vendor="oracle"))


@pytest.mark.parametrize(
    "changes",
    [{"tables": {"roster_student": 8}}, {"state_hash": "0" * 64}, {"audit": {"taoli": [1, "x"]}}],
    ids=["rows", "hash", "audit"],
)
def test_what_does_not_compare_is_undone(kept: World, folders: Path, changes: dict[str, Any]) -> None:
    file = again(back_up().file, **changes)
    rename(kept, "现在的名字")
    before = state_hash()
    with pytest.raises(TaoliError, match="已恢复到操作前的状态"):
        restore(file)
    assert state_hash() == before


def test_a_restore_that_fails_in_an_empty_place_leaves_it_empty(kept: World, folders: Path, tmp_path: Path) -> None:
    good = back_up().file
    file = again(good, state_hash="0" * 64)
    empty("default", tmp_path)
    with pytest.raises(TaoliError, match="已恢复到操作前的状态"):
        restore(file)
    assert other.tables("default") == []
    restore(good)


def test_an_older_backup_is_brought_up_to_date(kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = back_up().file
    answers = iter([False, False, True])
    monkeypatch.setattr(other, "is_current", lambda _alias: next(answers))
    ran: list[str] = []
    monkeypatch.setattr(restoring, "migrate", lambda place: ran.append(place.alias))
    done = restore(again(file, version="0.0.9", state_hash=""))
    assert ran == ["default"]
    assert "0.0.9" in done.proof.good[3]


def test_files_of_the_school_come_back(kept: World, folders: Path) -> None:
    form = folders / "data" / "forms" / "taoli" / "register.docx"
    form.parent.mkdir(parents=True)
    form.write_bytes(b"ours")
    file = back_up().file
    form.write_bytes(b"changed")
    restore(file)
    assert form.read_bytes() == b"ours"


def test_the_audit_key_of_a_lost_folder_comes_back_from_its_copy(
    kept: World, folders: Path, settings: Any, tmp_path: Path
) -> None:
    key, file = settings.AUDIT_KEY, back_up().file
    empty("default", tmp_path)
    settings.AUDIT_KEY = "made anew at start-up"
    restore(file)
    assert key == settings.AUDIT_KEY
    assert (folders / "data" / "taoli_audit_key.key").read_text() == key
    call_command("verify_audit")


def test_a_lost_audit_key_is_asked_for(kept: World, folders: Path, settings: Any, monkeypatch: Any) -> None:
    file = back_up().file
    settings.AUDIT_KEY = "another"
    monkeypatch.setenv("TAOLI_AUDIT_KEY", "another")
    with pytest.raises(TaoliError, match="TAOLI_AUDIT_KEY"):
        restore(file)
    for copy in (folders / "keys").glob("audit-*.key"):
        copy.unlink()
    with pytest.raises(TaoliError, match="缺少"):
        restore(file)


def test_the_command_asks_before_it_replaces(
    kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(back_up().file)
    monkeypatch.setattr("builtins.input", lambda _question: "n")
    with pytest.raises(CommandError, match="没有改动"):
        call_command("restore", file)
    monkeypatch.setattr("builtins.input", lambda _question: "y")
    call_command("restore", file)
    assert "before-restore" in capsys.readouterr().out


def test_into_another_place_leaves_this_one_alone(kept: World, folders: Path) -> None:
    file, before = back_up().file, state_hash()
    rename(kept, "现在的名字")
    now = state_hash()
    with scratch_database(folders) as (_conf, environment):
        postgres = connection.vendor == "postgresql"
        into = environment["TAOLI_DATABASE"] if postgres else str(folders / "aside")
        call_command("restore", str(file), into=into)
        conf = _conf if postgres else other.file_settings(folders / "aside" / "taoli.sqlite3")
        with other.opened(conf) as alias:
            assert state_hash(alias) == before
        with pytest.raises(CommandError, match="不是空的"):
            call_command("restore", str(file), into=into)
    assert state_hash() == now
    with pytest.raises(CommandError, match="不是数据库地址"):
        call_command("restore", str(file), into="mysql://x/y")


@pytest.mark.parametrize("spoilt", [b"\x00", b"\x5a", b"\xff"])
def test_a_spoilt_sqlite_page_is_found(tmp_path: Path, kept: World, spoilt: bytes) -> None:
    file = tmp_path / "spoilt.sqlite3"
    handle = sqlite3.connect(file)
    handle.executescript("CREATE TABLE t (x TEXT); CREATE INDEX i ON t (x);")
    handle.executemany("INSERT INTO t VALUES (?)", [(f"{n:0200}",) for n in range(500)])
    handle.commit()
    handle.close()
    data = bytearray(file.read_bytes())
    data[4096 * 5 : 4096 * 6] = spoilt * 4096
    file.write_bytes(data)
    with other.opened(other.file_settings(file)) as alias:
        assert proof.unsound(alias) != []


def test_a_file_so_spoilt_that_it_cannot_be_checked_is_found(kept: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_alias: str, _statement: str) -> list[tuple[object, ...]]:
        raise DatabaseError("malformed")

    monkeypatch.setattr(other, "rows", refuse)
    with other.opened(other.file_settings(Path(":memory:"))) as alias:
        assert proof.unsound(alias) == ["malformed"]
