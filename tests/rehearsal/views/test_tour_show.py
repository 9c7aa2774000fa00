import pytest
from django.test import Client
from django.urls import reverse

from taoli.rehearsal.queries.tour import TOUR
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("place", range(1, len(TOUR) + 1))
def test_each_station_leads_to_a_page_that_is_there(demo: None, client: Client, place: int) -> None:
    step = TOUR[place - 1]
    page = client.get(f"/demo/tour/{place}/").content.decode()
    assert str(step.label) in page
    assert reverse(step.page)


def test_a_station_offers_the_door_to_its_page(demo: None, world: World, client: Client) -> None:
    account = world.accounts["王敏"]
    account.username = "demo-mentor"
    account.save()
    page = client.get("/demo/tour/5/").content.decode()
    assert 'name="role" value="mentor"' in page
    assert 'name="next" value="/today/"' in page


def test_there_is_no_station_beyond_the_last(demo: None, client: Client) -> None:
    assert client.get(f"/demo/tour/{len(TOUR) + 1}/").status_code == 404
    assert client.get("/demo/tour/0/").status_code == 404


def test_another_machine_and_a_real_installation_have_none(demo: None, client: Client, settings: object) -> None:
    assert client.get("/demo/tour/1/", REMOTE_ADDR="10.0.0.8").status_code == 404
    settings.DEMO = False  # type: ignore[attr-defined]
    assert client.get("/demo/tour/1/").status_code == 404


def test_the_corner_of_a_page_offers_the_stations(demo: None, world: World) -> None:
    page = world.client("王敏").get("/me/", SERVER_NAME="127.0.0.1").content.decode()
    assert page.count("/demo/tour/") == len(TOUR)
