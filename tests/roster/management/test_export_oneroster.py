"""`manage.py export_oneroster`, and in again by `import_roster`."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from taoli.roster.models import Student
from tests.world import World


def run(*words: str) -> str:
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_out_and_into_the_school_next_door(world: World, tmp_path: Path) -> None:
    file = tmp_path / "roster.zip"
    assert str(file) in run("export_oneroster", str(file), "--school", "taoli", "--contacts")
    assert "已完成。" in run("import_roster", str(file), "--school", "linxiao", "--apply")
    assert Student.objects.of(world.other).filter(name="林子涵").exists()


def test_a_delta_of_a_day_to_come_is_empty(world: World, tmp_path: Path) -> None:
    file = tmp_path / "delta.zip"
    run("export_oneroster", str(file), "--school", "taoli", "--since", "2026-12-01")
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist() == ["manifest.csv"]


def test_an_unknown_school_and_a_bad_folder_are_told(world: World, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no school with the code nope"):
        run("export_oneroster", str(tmp_path / "x.zip"), "--school", "nope")
    with pytest.raises(CommandError, match="absent"):
        run("export_oneroster", str(tmp_path / "absent" / "x.zip"), "--school", "taoli")
