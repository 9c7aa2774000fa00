"""A school may put its own template in the place of the default."""

from pathlib import Path

import docx
import pytest
from django.core.management import call_command
from django.urls import reverse
from pytest_django import Settings

from tests.documents.reading import lines, word
from tests.world import World

URL = reverse("documents:register_word")


def own(settings: Settings, folder: Path, text: str) -> None:
    settings.DATA = folder
    place = folder / "forms" / "taoli"
    place.mkdir(parents=True)
    paper = docx.Document()
    paper.add_paragraph(text)
    paper.save(str(place / "register.docx"))


def test_own_template_is_used(settled: World, settings: Settings, tmp_path: Path) -> None:
    own(settings, tmp_path, "{{ school }}自己的对接表,共 {{ students }} 人")
    assert lines(word(settled.client("孙悦"), URL)) == ["桃李中学自己的对接表,共 6 人"]


@pytest.mark.parametrize("text", ["{{ school", "{{ ''.__class__.__mro__ }}"])
def test_broken_or_prying_template_is_refused_with_its_name(
    settled: World, settings: Settings, tmp_path: Path, text: str
) -> None:
    own(settings, tmp_path, text)
    answer = settled.client("孙悦").get(URL, follow=True)
    assert "学校自己的模板 register.docx 填不了" in answer.content.decode()


@pytest.mark.parametrize("form", ["register", "appraisal_sheet", "appraisal_sheets"])
def test_default_templates_can_be_written_out(form: str, tmp_path: Path) -> None:
    call_command("form_template", form, str(tmp_path / "form.docx"))
    text = "".join(cell.text for cell in docx.Document(str(tmp_path / "form.docx")).tables[0].rows[2].cells)
    assert "{{ row.mentor }}" in text
