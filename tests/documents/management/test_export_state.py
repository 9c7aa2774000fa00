"""`manage.py export_state`."""

import io
from pathlib import Path

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from tests.world import World


def run(file: Path, school: str = "taoli", *more: str) -> str:
    out = io.StringIO()
    call_command("export_state", str(file), "--school", school, *more, stdout=out)
    return out.getvalue()


def test_it_writes_the_workbook_and_says_how_much(settled: World, tmp_path: Path) -> None:
    file = tmp_path / "state.xlsx"
    assert "学生 6" in run(file, "taoli", "--contacts").splitlines()
    assert openpyxl.load_workbook(file).sheetnames[0] == "学生"


def test_an_unknown_school_and_a_bad_folder_are_told(settled: World, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no school with the code nope"):
        run(tmp_path / "x.xlsx", "nope")
    with pytest.raises(CommandError, match="absent"):
        run(tmp_path / "absent" / "x.xlsx")
