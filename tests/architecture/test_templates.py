import re
from pathlib import Path

import pytest

from tests.architecture.tree import TAOLI, imported, python_files, relative, templates

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type=\"(?:application/json|importmap)\"))[^>]*>", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"<[^>]*\s(?:on[a-z]+|hx-on[\w:-]*)\s*=", re.IGNORECASE)
FOREIGN = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""", re.IGNORECASE)


@pytest.mark.parametrize("template", templates(), ids=relative)
def test_template_has_no_inline_script_style_element_or_handler(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert INLINE_SCRIPT.findall(text) == []
    assert re.findall(r"<style\b", text, re.IGNORECASE) == []
    assert INLINE_HANDLER.findall(text) == []


@pytest.mark.parametrize("template", templates(), ids=relative)
def test_template_names_no_other_host(template: Path) -> None:
    assert FOREIGN.findall(template.read_text(encoding="utf-8")) == []


def test_no_view_imports_django_db_or_models() -> None:
    views = [file for folder in TAOLI.glob("*/views") for file in python_files(folder)]
    assert len(views) > 10
    guilty = {relative(view): name for view in views for name in imported(view) if is_orm(name)}
    assert guilty == {}


def is_orm(name: str) -> bool:
    return name.startswith("django.db") or re.match(r"taoli\.\w+\.models", name) is not None
