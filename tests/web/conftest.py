from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Engine
from django.test import RequestFactory
from django.utils import translation
from django_cotton.compiler_regex import CottonCompiler

WEB = Path(__file__).parents[2] / "taoli" / "web"
VOID = {"br", "img", "input", "link", "meta", "hr"}

Render = Callable[..., str]


class Nesting(HTMLParser):
    """Notes every element and every tag closed in the wrong place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def first(self, tag: str, **attributes: str) -> dict[str, str | None]:
        """The attributes of the first such element; an AssertionError when there is none."""
        for name, attrs in self.elements:
            if name == tag and all(attrs.get(key.rstrip("_")) == value for key, value in attributes.items()):
                return attrs
        raise AssertionError(f"no <{tag}> with {attributes}")


def parsed(html: str) -> Nesting:
    """The page's elements, after a check that they are well nested."""
    page = Nesting()
    page.feed(html)
    assert (page.wrong, page.open) == ([], [])
    return page


@pytest.fixture
def render() -> Render:
    """Render a piece of template with its components; words in English."""

    def _render(source: str, **context: Any) -> str:
        request = RequestFactory().get("/list/?grade=1")
        template = Engine.get_default().from_string(CottonCompiler().process(source))
        with translation.override("en"):
            return template.render(Context({"request": request, "csrf_token": "token", **context}))

    return _render
