import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, relative

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "presets").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
FOLDERS = ("taoli/", "tests/", "docs/", "tools/", "presets/", "bench/", "requirements/", "locale/", "deploy/")
NAMED = re.compile(rf"`((?:{'|'.join(FOLDERS)})[\w./-]+)`")


@pytest.mark.parametrize("doc", PAGES, ids=relative)
def test_every_link_of_a_page_leads_somewhere(doc: Path) -> None:
    links = [link for link in LINK.findall(doc.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (doc.parent / link).exists()] == []


@pytest.mark.parametrize("doc", PAGES, ids=relative)
def test_every_path_a_page_names_is_there(doc: Path) -> None:
    named = NAMED.findall(doc.read_text(encoding="utf-8"))
    examples = {"taoli/guidance/views/record_edit.py", "tests/guidance/views/test_record_edit.py"}
    assert [path for path in named if path not in examples and not (ROOT / path).exists()] == []


def test_every_environment_setting_stands_in_the_example_file() -> None:
    example = set(re.findall(r"^(TAOLI_\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    settings = (ROOT / "taoli" / "config" / "settings.py").read_text()
    assert example == set(re.findall(r'"(TAOLI_\w+)"', settings))
