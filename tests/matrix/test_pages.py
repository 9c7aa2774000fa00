"""Every page and method stands in the matrix, and each role is let in or kept out as it says."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from taoli.common.pages import REGISTRY, may_open
from taoli.common.policy import Actor, Held, Role
from taoli.config import urls
from taoli.rehearsal import demo_urls
from tests.matrix.reading import pages

# Addresses that are not pages of ours: liveness, language choice.
LIBRARY = {"healthz", "set_language"}
# Being imported, both declare every view; the demo's are mounted in demo mode only.
assert urls.urlpatterns
assert demo_urls.urlpatterns


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> set[str]:
    found: set[str] = set()
    for one in patterns:
        if isinstance(one, URLResolver):
            found |= names(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            found.add(f"{space}{one.name}")
    return found


def test_every_address_is_in_the_matrix() -> None:
    written = {(row["page"], row["method"]) for row in pages()}
    declared = {(page.name, method) for page in REGISTRY.values() for method in page.methods}
    assert sorted(declared - written) == []
    assert sorted(written - declared) == []
    assert sorted(names(get_resolver().url_patterns) - {page for page, _method in written} - LIBRARY) == []


def test_every_cell_is_yes_or_no() -> None:
    columns = ["anonymous", *(role.value for role in Role)]
    assert [row for row in pages() for column in columns if row[column].strip() not in {"y", "n"}] == []


@pytest.mark.parametrize("row", pages(), ids=lambda row: f"{row['page']}-{row['method']}")
def test_roles_open_what_the_matrix_says(row: dict[str, str]) -> None:
    page = REGISTRY[row["page"]]
    people = {role: Actor(account_id=None, school_id=1, roles=(Held(role),)) for role in Role}
    assert (page.permission == "public") == (row["anonymous"].strip() == "y")
    wrong = [role.value for role in Role if may_open(people[role], page) != (row[role.value].strip() == "y")]
    assert wrong == []
