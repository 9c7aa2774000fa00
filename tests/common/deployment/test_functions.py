"""Nothing is offered that cannot work in this place, and nothing that this program has not."""

from typing import Any

import pytest
from django.urls import get_resolver, reverse

from taoli.common.deployment.functions import ROWS, Place, functions, place_of, place_words
from taoli.common.pages import REGISTRY


@pytest.fixture(autouse=True)
def pages() -> None:
    """Every page is declared once its address is loaded."""
    assert get_resolver().url_patterns


@pytest.mark.parametrize(("place", "count"), [(Place.CAMPUS, 4), (Place.PUBLIC, 10), (Place.BUREAU, 10)])
def test_what_needs_the_world_outside_works_only_where_the_world_can_come(
    settings: Any, place: Place, count: int
) -> None:
    settings.HTTPS = True
    found = functions(place)
    assert (len(found), sum(one.works for one in found)) == (10, count)
    assert all(one.sentence for one in found)


def test_without_https_nobody_is_promised_to_write_offline(settings: Any) -> None:
    settings.HTTPS = False
    (offline,) = [one for one in functions(Place.PUBLIC) if one.title == "离线记录"]
    assert not offline.works
    assert "HTTPS" in offline.sentence


def test_each_row_belongs_to_a_page_of_this_program() -> None:
    assert [row.page for row in ROWS if row.page not in REGISTRY] == []
    links = {"matching:family_choose": ["ABCDE-23456-FGHJK"], "guidance:visit_answer": ["ABCDE"]}
    assert all(reverse(row.page, args=links.get(row.page)) for row in ROWS)


def test_a_function_without_its_page_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = len(functions(Place.PUBLIC))
    monkeypatch.delitem(REGISTRY, "home:family_home")
    assert len(functions(Place.PUBLIC)) == told - 1


def test_an_unknown_place_counts_as_the_narrowest() -> None:
    assert (place_of("public"), place_of("moon"), place_of("")) == (Place.PUBLIC, Place.CAMPUS, Place.CAMPUS)
    assert len({place_words(place) for place in Place}) == 3
