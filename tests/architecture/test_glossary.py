import re

from django.apps import apps
from django.utils import translation

from tests.architecture.tree import ROOT


def rows() -> list[list[str]]:
    lines = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in cells if row[0] not in {"中文", "---"}]


def test_every_row_has_chinese_english_code_name_and_meaning() -> None:
    assert [row for row in rows() if len(row) != 4 or not re.search("[\u4e00-\u9fff]", row[0]) or not row[1]] == []


def test_no_word_has_two_rows() -> None:
    english = [row[1] for row in rows()]
    assert sorted(english) == sorted(set(english))


def test_the_verbose_name_of_every_model_is_in_the_glossary() -> None:
    words = {row[1].lower() for row in rows()}
    with translation.override("en"):
        models = [model for model in apps.get_models() if model.__module__.startswith("taoli.")]
        unknown = {model._meta.label: str(model._meta.verbose_name) for model in models}
    assert len(models) > 20
    assert {label: name for label, name in unknown.items() if name.lower() not in words} == {}


def test_the_chinese_of_every_model_is_the_glossarys_word() -> None:
    chinese = {row[1].lower(): [word.strip() for word in row[0].split("/")] for row in rows()}
    wrong = {}
    for model in apps.get_models():
        if model.__module__.startswith("taoli."):
            with translation.override("en"):
                english = str(model._meta.verbose_name).lower()
            with translation.override("zh-hans"):
                if str(model._meta.verbose_name) not in chinese.get(english, []):
                    wrong[model._meta.label] = str(model._meta.verbose_name)
    assert wrong == {}
