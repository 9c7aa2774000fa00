import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools import covered
from tools.prepare import ROOT

SOURCE = '''"""A text."""


def sign(
    number: int,
) -> str:
    """Another text."""
    if number < 0:
        return "minus".join(
            ("", ""),
        )
    return "plus"
'''


def seen_by(folder: Path, test: str) -> dict[str, Any]:
    """Run one test of a small folder and return what was seen of it."""
    source = folder / "small"
    source.mkdir()
    (source / "sign.py").write_text(SOURCE)
    (folder / "test_sign.py").write_text(f"from small.sign import sign\ndef test_sign():\n    {test}\n")
    file = folder / "seen.json"
    ours = {"TAOLI_MEASURED": str(file), "TAOLI_MEASURED_SOURCE": "small"}
    paths = os.pathsep.join([str(folder), str(ROOT), *sys.path])
    plain = ["-c", os.devnull, "-q", "-p", "tools.measured", "-p", "no:django", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *plain, "--rootdir", str(folder), str(folder)]
    subprocess.run(command, cwd=folder, env=os.environ | ours | {"PYTHONPATH": paths}, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(file.read_text())
    return found


def bar(folder: Path, monkeypatch: pytest.MonkeyPatch, least: str) -> int:
    monkeypatch.setattr(covered, "MEASURES", folder)
    monkeypatch.setattr(covered, "ROOT", folder)
    return covered.main(least, "small")


def test_a_statement_and_a_branch_that_no_test_meets_lower_the_percentage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = seen_by(tmp_path, 'assert sign(1) == "plus"')
    assert [8, 9] in seen["files"]["small/sign.py"]["missing_branches"]
    assert bar(tmp_path, monkeypatch, "66.67") == 1  # three of four statements, one of two branches
    assert bar(tmp_path, monkeypatch, "66.66") == 0
    assert "small: 66.67 % of 1 files" in capsys.readouterr().out


def test_what_every_test_meets_is_covered_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen_by(tmp_path, 'assert sign(1) + sign(-1) == "plusminus"')
    assert bar(tmp_path, monkeypatch, "100") == 0


def test_without_a_measure_no_bar_is_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bar(tmp_path, monkeypatch, "0") == 1
