from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from taoli.roster.models import SchoolDay
from tests.roster.calendars import LISTED, listed
from tests.world import World


def run(folder: Path, data: bytes, *more: str, school: str = "taoli") -> None:
    file = folder / "校历.xlsx"
    file.write_bytes(data)
    call_command("import_calendar", str(file), "--school", school, *more)


def test_it_shows_what_would_change_and_writes_only_when_asked(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, listed(*LISTED))
    said = capsys.readouterr().out
    assert "增加的考试日 (5)" in said
    assert "2026-11-02 周一: 与平常一样 → 考试 · 期中考试" in said
    assert not SchoolDay.objects.of(world.school).filter(kind="exam").exists()
    run(tmp_path, listed(*LISTED), "--apply")
    assert "已完成，改了 9 天。" in capsys.readouterr().out
    run(tmp_path, listed(*LISTED), "--apply")
    assert "校历里已经都有了，没有要改的。" in capsys.readouterr().out


def test_it_names_every_problem_and_fails(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="有 1 处需要再看一看"):
        run(tmp_path, listed(("9月31日", "没有", "放假")), "--apply")
    assert "校历 2 日期: 没有 9-31 这一天。请核对月和日。" in capsys.readouterr().out


def test_unknown_school_and_missing_file_are_refused(world: World, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no school"):
        run(tmp_path, listed(*LISTED), school="nowhere")
    with pytest.raises(CommandError):
        call_command("import_calendar", str(tmp_path / "none.xlsx"), "--school", "taoli")
