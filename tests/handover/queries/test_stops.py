import pytest
from django.urls import reverse

from taoli.handover.queries.stops import STOPS, tabs_of
from tests.world import World


@pytest.fixture(autouse=True)
def pages_are_known() -> None:
    """A page declares itself when the addresses are read, which the first request does."""
    reverse("home:me")


def names(world: World, who: str) -> list[str]:
    return [one.url.rstrip("/").rpartition("/handover/")[2] for one in tabs_of(world.actor(who), "year_list")]


def test_the_office_reaches_every_page_by_a_click(world: World) -> None:
    found = tabs_of(world.actor("孙悦"), "year_list")
    assert len(found) == len(STOPS) - 1  # the mentor's word is for mentors
    assert [one.active for one in found] == [True, *[False] * (len(found) - 1)]


def test_others_see_what_they_may_open_and_one_page_alone_is_no_row_of_tabs(world: World) -> None:
    assert names(world, "钱程") == ["years", "leaving", "graduation", "packages/lacking"]
    assert names(world, "王敏") == []
    assert names(world, "林子涵") == []


def test_the_tabs_stand_on_the_pages(world: World) -> None:
    client = world.client("孙悦")
    for tab in tabs_of(world.actor("孙悦"), "year_list"):
        page = client.get(tab.url).content.decode()
        assert f'href="{tab.url}" aria-current="page"' in page
