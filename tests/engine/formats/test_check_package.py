from pathlib import Path

import pytest

from taoli.engine.__main__ import main
from tests.engine.package.packing import packed, rewritten


def checked(folder: Path, data: bytes, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    file = folder / "one.taoli"
    file.write_bytes(data)
    code = main(["check-package", str(file)])
    return code, capsys.readouterr().out


def test_a_sound_package_says_from_whom_and_for_whom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = checked(tmp_path, packed().data, capsys)
    assert code == 0
    assert "from 甲校 (alpha)" in out
    assert "for 乙校 (beta), 教导处 何老师, until 2027-01-22" in out


def test_a_faulty_package_says_so_in_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = checked(tmp_path, rewritten(packed().data, version=7), capsys)
    assert code == 1
    assert "version 7 is too new" in out
    assert "版本 7 太新" in out


def test_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-package", str(tmp_path / "none.taoli")]) == 2
    assert "cannot be read" in capsys.readouterr().err
