"""A page is one name: walk the URLconf and look for its view, template, test and declared permission."""

import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from taoli.common.pages import REGISTRY, Page
from taoli.common.policy import POLICIES
from taoli.rehearsal import demo_urls
from tests.architecture.tree import ROOT, TAOLI, relative

NOT_PAGES = {  # addresses without a page of ours behind them, each with its reason
    "healthz": "answers a load balancer",
    "set_language": "Django's own view behind our switch",
}
NOUN_VERB = re.compile(r"[a-z]+(_[a-z]+)*")


def addresses(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield f"{prefix}{entry.name}", entry


def found() -> dict[str, URLPattern]:
    """Return every address by name, the demo's own included, which are mounted in demo mode only."""
    demo = {f"rehearsal:{entry.name}": entry for entry in demo_urls.urlpatterns}
    return dict(addresses(get_resolver())) | demo


def pages() -> list[tuple[str, URLPattern]]:
    return [(name, pattern) for name, pattern in found().items() if name not in NOT_PAGES]


NAMES = [name for name, _ in pages()]


def test_every_address_has_one_name() -> None:
    names = [name for name, _ in addresses(get_resolver())]
    assert sorted(names) == sorted(set(names))
    assert [name for name in names if name.endswith("None")] == []


def test_every_listed_exception_is_still_an_address() -> None:
    assert found().keys() >= NOT_PAGES.keys()


def test_every_declared_page_has_an_address() -> None:
    assert REGISTRY.keys() == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_page_is_one_name(name: str) -> None:
    app, _, noun_verb = name.partition(":")
    assert NOUN_VERB.fullmatch(noun_verb)
    view = found()[name].callback
    assert (view.__module__, view.__name__) == (f"taoli.{app}.views.{noun_verb}", noun_verb)
    assert (ROOT / "tests" / app / "views" / f"test_{noun_verb}.py").exists(), "its test is missing"


@pytest.mark.parametrize("name", NAMES)
def test_page_declares_its_permission(name: str) -> None:
    permission = REGISTRY[name].permission
    if isinstance(permission, str):
        assert permission in {"public", "signed_in"}
    else:
        noun, action = permission
        assert POLICIES[noun].actions[action], "nobody has it"


@pytest.mark.parametrize("name", NAMES)
def test_page_has_the_template_of_its_kind_and_no_other(name: str) -> None:
    app, _, noun_verb = name.partition(":")
    folder = TAOLI / app / "templates" / app
    expected = {"page": {f"{noun_verb}.html"}, "part": {f"_{noun_verb}.html"}}.get(REGISTRY[name].kind, set())
    there = {file for file in (f"{noun_verb}.html", f"_{noun_verb}.html") if (folder / file).exists()}
    assert expected <= there
    assert REGISTRY[name].kind not in {"action", "file"} or f"{noun_verb}.html" not in there


def test_every_whole_template_of_an_app_is_a_page() -> None:
    own = [file for file in TAOLI.glob("*/templates/*/*.html") if file.parent.name == file.parents[2].name]
    whole = [file for file in own if not file.name.startswith("_")]
    named = {relative(file): f"{file.parent.name}:{file.stem}" for file in whole}
    assert {file: name for file, name in named.items() if name not in REGISTRY} == {}


def test_pages_and_parts_answer_get_and_actions_only_post() -> None:
    wrong: list[Page] = []
    for page in REGISTRY.values():
        methods = set(page.methods)
        if page.kind == "action" and methods != {"POST"}:
            wrong.append(page)
        if page.kind in {"page", "part", "file"} and "GET" not in methods:
            wrong.append(page)
    assert wrong == []


def test_the_walk_sees_the_pages() -> None:
    assert len(NAMES) > 15
