"""Nothing is offered that cannot work in this place, and nothing that this program has not."""

import pytest
from django.urls import get_resolver, reverse

from taoli.common.deployment.functions import ROWS, Place, functions, place_of, place_words
from taoli.common.pages import REGISTRY


@pytest.fixture(autouse=True)
def pages() -> None:
    """Every page is declared once its address is loaded."""
    assert get_resolver().url_patterns


@pytest.mark.parametrize(("place", "count"), [(Place.CAMPUS, 2), (Place.PUBLIC, 6), (Place.BUREAU, 6)])
def test_what_needs_the_world_outside_works_only_where_the_world_can_come(place: Place, count: int) -> None:
    found = functions(place)
    assert (len(found), sum(one.works for one in found)) == (6, count)
    assert all(one.sentence for one in found)


def test_each_row_belongs_to_a_page_of_this_program() -> None:
    assert [row.page for row in ROWS if row.page not in REGISTRY] == []
    links = {"matching:family_choose": ["ABCDE-23456-FGHJK"]}
    assert all(reverse(row.page, args=links.get(row.page)) for row in ROWS)


def test_a_function_without_its_page_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(REGISTRY, "home:family_home")
    assert [one.title for one in functions(Place.PUBLIC) if "家长" in one.title] == []


def test_an_unknown_place_counts_as_the_narrowest() -> None:
    assert (place_of("public"), place_of("moon"), place_of("")) == (Place.PUBLIC, Place.CAMPUS, Place.CAMPUS)
    assert len({place_words(place) for place in Place}) == 3
