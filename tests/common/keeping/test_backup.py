"""Backups: whole or not there at all; old ones go by day and month."""

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from taoli.common.errors import TaoliError
from taoli.common.keeping import archive, status
from taoli.common.keeping.backup import back_up, backups, let_go
from taoli.common.keeping.guarded import empty
from taoli.common.keeping.keys import backup_key, kept_audit_key_file, key_file
from taoli.common.keeping.postgres import program
from taoli.common.state import state_hash
from tests.world import World


def left(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("taoli-*")) if folder.exists() else []


def test_a_backup_says_what_is_in_it(kept: World, folders: Path) -> None:
    form = folders / "data" / "forms" / "taoli" / "register.docx"
    form.parent.mkdir(parents=True)
    form.write_bytes(b"template")
    made = back_up()
    found = archive.check(made.file, backup_key(make=False))
    assert (found.tables["roster_student"], found.moment) == (7, "2026-11-23 10:05")
    assert found.state_hash == state_hash()
    assert sum(seq for seq, *_rest in found.audit.values()) == found.tables["common_auditentry"]
    assert sorted(found.members) == ["database", "files/forms/taoli/register.docx", "tombstones.jsonl"]


def test_nothing_can_be_read_without_the_key(kept: World, folders: Path) -> None:
    data = back_up().file.read_bytes()
    for word in ("林子涵", "SQLite format", "roster_student", "argon2"):
        assert word.encode() not in data
    assert json.loads(data.split(b"\n")[1])["created_at"] == "2026-11-23T02:05:00+00:00"


def test_key_and_file_are_for_their_owner_only_and_apart_from_the_data(kept: World, folders: Path) -> None:
    made = back_up()
    modes = {file.stat().st_mode & 0o777 for file in (made.file, *(folders / "keys").iterdir())}
    assert modes == {0o600}
    assert (folders / "keys").stat().st_mode & 0o777 == 0o700
    assert list((folders / "data").rglob("*.key")) == []


def test_a_second_backup_keeps_the_key(kept: World, folders: Path) -> None:
    back_up()
    first = key_file().read_text()
    back_up()
    assert key_file().read_text() == first


def test_the_copy_of_an_audit_key_is_never_overwritten(kept: World, folders: Path, settings: Any) -> None:
    back_up()
    settings.AUDIT_KEY = "made anew after a loss"
    back_up()
    assert len(list((folders / "keys").glob("audit-*.key"))) == 2
    assert kept_audit_key_file("none").exists() is False


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError("no space left on device")])
def test_an_interrupted_backup_leaves_no_half_file(
    kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch, interruption: Any
) -> None:
    def stop(*_args: object) -> None:
        raise interruption

    monkeypatch.setattr(archive, "_add", stop)
    with pytest.raises((KeyboardInterrupt, TaoliError)):
        back_up()
    assert left(folders / "backups") == []
    assert list((folders / "data").glob("scratch-*")) == []


def test_a_backup_that_does_not_read_back_is_none(kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive.write

    def spoilt(part: Path, *args: Any) -> Any:
        manifest = whole(part, *args)
        data = bytearray(part.read_bytes())
        data[-30] ^= 1
        part.write_bytes(data)
        return manifest

    monkeypatch.setattr(archive, "write", spoilt)
    with pytest.raises(TaoliError, match="备份文件已损坏"):
        back_up()
    assert left(folders / "backups") == []
    outcome = status.last("backup")
    assert outcome is not None
    assert outcome.good is False


def test_a_full_disk_refuses_before_anything_is_written(
    kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(folders)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=5 * 1024 * 1024))
    with pytest.raises(TaoliError, match="剩余 5 MB"):
        back_up()
    assert left(folders / "backups") == []


def test_without_a_database_there_is_nothing_to_back_up(kept: World, folders: Path, tmp_path: Path) -> None:
    made = back_up()
    empty("default", tmp_path)
    try:
        with pytest.raises(TaoliError, match="还没有可备份的数据库"):
            back_up()
    finally:
        call_command("restore", str(made.file), yes=True)


def test_what_a_killed_backup_left_goes_after_a_day(kept: World, folders: Path) -> None:
    (folders / "backups").mkdir()
    old, new = folders / "backups" / "taoli-1.part", folders / "backups" / "taoli-2.part"
    for part, age in ((old, 2 * 24 * 3600), (new, 60)):
        part.write_bytes(b"half")
        os.utime(part, (time.time() - age,) * 2)
    aside = folders / "data" / "scratch-killed"
    aside.mkdir()
    os.utime(aside, (aside.stat().st_mtime - 2 * 24 * 3600,) * 2)
    made = back_up()
    assert (old.exists(), new.exists(), aside.exists()) == (False, True, False)
    assert backups(folders / "backups") == [made.file]


def test_of_two_backups_in_one_second_the_later_is_the_newest(kept: World, folders: Path) -> None:
    back_up()
    later = back_up().file
    assert backups(folders / "backups")[0] == later


def named(folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"taoli-{name}.backup").write_bytes(b"")


def test_the_newest_of_each_day_and_month_stays_and_all_of_two_days(tmp_path: Path) -> None:
    named(
        tmp_path,
        "20261123-020000-aa",
        "20261123-010000-bb",
        "20261122-020000-aa",
        "20261121-020000-aa",
        "20261120-020000-aa",
    )
    named(tmp_path, "20261120-010000-aa")
    named(tmp_path, "20261031-020000-aa", "20261030-020000-aa", "20250901-020000-aa")
    gone = {file.stem.removeprefix("taoli-") for file in let_go(tmp_path, 2)}
    assert gone == {"20261121-020000-aa", "20261120-010000-aa", "20261120-020000-aa", "20261030-020000-aa"}


def test_of_a_hundred_days_two_weeks_and_the_months_stay(tmp_path: Path) -> None:
    named(tmp_path, *(f"2026{month:02}{day:02}-020000-aa" for month in range(1, 8) for day in range(1, 29)))
    list(let_go(tmp_path, 14))
    assert len(backups(tmp_path)) == 14 + 6


def test_the_command_says_how_many_went(kept: World, folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folders / "backups").mkdir()
    named(folders / "backups", *(f"202611{day}-020000-aa" for day in range(10, 16)))
    call_command("backup", keep=3)
    assert "已清理 4 份旧备份。" in capsys.readouterr().out


def test_five_safety_copies_stay_and_count_for_nothing_else(tmp_path: Path) -> None:
    named(tmp_path, "20261123-020000-aa", *(f"202611{day}-030000-before-upgrade-aa" for day in range(10, 18)))
    list(let_go(tmp_path, 1))
    assert [file.name[6:14] for file in backups(tmp_path)] == [
        "20261123",
        *(f"202611{day}" for day in range(17, 12, -1)),
    ]


def test_the_command_tells_where_the_key_is_once(
    kept: World, folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("backup", to=folders / "stick")
    call_command("backup", to=folders / "stick")
    said = capsys.readouterr().out
    assert said.count(str(folders / "keys")) == 1
    assert len(left(folders / "stick")) == 2
    with pytest.raises(CommandError, match="至少要保留一份"):
        call_command("backup", keep=0)


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(TaoliError, match="pg_nothing"):
        program("pg_nothing")


def test_a_program_beside_the_path_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "15" / "bin"
    folder.mkdir(parents=True)
    (folder / "pg_dump").touch()
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr("taoli.common.keeping.postgres.FOLDERS", (f"{str(tmp_path)[1:]}/*/bin",))
    assert program("pg_dump") == str(folder / "pg_dump")
