"""Which official forms a scheme's own forms mean, and whose template Word follows."""

from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from taoli.documents.official.listed import form_groups, meant
from taoli.documents.official.registry import forms
from taoli.documents.queries.templates import own_version
from taoli.documents.services.templates import keep_template
from taoli.engine.scheme.reading import load_preset
from tests.documents.templating import KEY, whole
from tests.world import World
from tools.prepare import ROOT

CHOSEN = [
    ("taigu-no2-2012", "talk", ["talk_record"]),
    ("taigu-no2-2012", "appraisal", ["appraisal_sheet", "appraisal_sheets"]),
    ("weifang-2011", "handbook", ["handbook_full"]),
    ("weifang-2011", "remedy", ["remedy"]),
    ("trial-4-8", "session", ["session_plan"]),
    ("trial-4-8", "contact_card", ["contact_card"]),
]


@pytest.mark.parametrize(("preset", "key", "wanted"), CHOSEN)
def test_clause_and_key_together_say_which_form_is_meant(preset: str, key: str, wanted: list[str]) -> None:
    scheme = load_preset(ROOT / "presets" / preset)
    (form,) = [one for one in scheme.forms if one.key == key]
    assert meant(form) == wanted


def test_a_form_of_another_schemes_clause_is_not_called_the_schemes_own(settled: World) -> None:
    rows = {row.form.key: row for group in form_groups(settled.office) for row in group.rows}
    assert rows["talk_record"].named == "与学生谈话记录表（附表4）"
    assert not rows["monthly_sheet"].asked
    assert set(rows) == {key for key, form in forms().items() if settled.office.holds(*form.roles)}


def test_the_page_of_a_form_says_whose_template_word_follows(settled: World) -> None:
    url, client = reverse("documents:form_show", args=[KEY]), settled.client("王敏")
    assert "学校自己的模板" not in client.get(url).content.decode()
    assert own_version(settled.office, KEY) is None
    keep_template(by=settled.office, form=forms()[KEY], name="a.docx", data=whole(), note="")
    assert "Word 按学校自己的模板（第1版）打印" in client.get(url).content.decode()


def test_one_that_lies_on_the_server_is_said_too(settled: World) -> None:
    folder = Path(settings.DATA) / "forms" / settled.school.code
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{KEY}.docx"
    file.write_bytes(whole())
    try:
        page = settled.client("王敏").get(reverse("documents:form_show", args=[KEY])).content.decode()
        assert "服务器上学校自己的模板" in page
    finally:
        file.unlink()
