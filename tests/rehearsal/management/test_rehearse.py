from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from taoli.engine.rehearsal import Rehearsal as Result
from taoli.rehearsal.models import Rehearsal
from tests.world import World

pytestmark = pytest.mark.django_db


def said(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command("rehearse", *arguments, stdout=out, students=60, **options)
    return out.getvalue()


def test_it_prints_rule_by_rule_and_writes_a_page_and_papers(tmp_path: Path) -> None:
    page, papers = tmp_path / "report.html", tmp_path / "papers"
    text = said("taigu-no2-2012", school="demo", page=str(page), papers=str(papers))
    assert "TG-19  成立" in text
    assert "第 1 步" in text or "1. " in text
    assert "TG-19" in page.read_text(encoding="utf-8")
    assert {file.name for file in papers.iterdir()} >= {"forms.xlsx", "register.docx"}


def test_a_school_keeps_the_report(world: World) -> None:
    said("taigu-no2-2012", school=world.school.code, source="own")
    assert Rehearsal.objects.of(world.school).get().source == "own"


def test_all_presets_take_a_line_each() -> None:
    lines = said(all=True).splitlines()
    assert [line.split()[0] for line in lines] == sorted(line.split()[0] for line in lines)
    assert any(line.startswith("weifang-2011") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "options"),
    [((), {}), (("x",), {}), (("taigu-no2-2012",), {"school": "nowhere"}), (("taigu-no2-2012",), {"source": "own"})],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...], options: dict[str, str]) -> None:
    with pytest.raises(CommandError):
        said(*arguments, **options)


def test_a_rule_that_was_not_kept_is_an_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Result, "outcomes", lambda _self: {"failed": 1})
    with pytest.raises(SystemExit) as left:
        said("course-choice-high")
    assert left.value.code == 1
