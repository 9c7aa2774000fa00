"""No page stands alone: a template, the navigation or a prepared link of another page leads to it."""

import re
from pathlib import Path

import pytest

from taoli.common.pages import REGISTRY
from taoli.config import urls
from tests.architecture.tree import TAOLI

assert urls.urlpatterns  # the pages declare themselves as they are imported
APPS = ("evaluation:", "documents:")
LINK = re.compile(r"""\{%\s*url\s+['"]([a-z]+:[a-z_]+)['"]""")
NAVIGATED = re.compile(r'"([a-z]+:[a-z_]+)"')
PREPARED = re.compile(r'(?<!return )reverse\(\s*"([a-z]+:[a-z_]+)"')  # a link brought along; not where one is led on


def links() -> dict[Path, set[str]]:
    """Return which pages each file leads to."""
    found = {file: set(LINK.findall(file.read_text(encoding="utf-8"))) for file in TAOLI.glob("*/templates/**/*.html")}
    for glob in ("queries/*.py", "phrases/*.py", "services/*.py", "views/*.py"):
        found |= {file: set(PREPARED.findall(file.read_text(encoding="utf-8"))) for file in TAOLI.glob(f"*/{glob}")}
    navigation = (TAOLI / "home" / "navigation").glob("*.py")
    return found | {file: set(NAVIGATED.findall(file.read_text(encoding="utf-8"))) for file in navigation}


LINKS = links()
PAGES = sorted(name for name, page in REGISTRY.items() if page.kind != "part" and name.startswith(APPS))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_reached_from_another(name: str) -> None:
    _app, _, noun_verb = name.partition(":")
    assert [file for file, names in LINKS.items() if name in names and file.stem != noun_verb] != []


def test_the_links_are_seen() -> None:
    assert len(PAGES) > 90
