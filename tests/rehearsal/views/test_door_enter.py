import pytest
from django.test import Client

from taoli.accounts.models import Account
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(world: World) -> Account:
    account = world.accounts["王敏"]
    account.username = "demo-mentor"
    account.save()
    return account


def test_a_role_signs_in_its_person(demo: None, door: Account, client: Client) -> None:
    answer = client.post("/demo/enter/", {"role": "mentor"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(door.pk)


def test_it_leads_on_to_an_own_page_only(demo: None, door: Account, client: Client) -> None:
    assert client.post("/demo/enter/", {"role": "mentor", "next": "/me/"})["Location"] == "/me/"
    elsewhere = client.post("/demo/enter/", {"role": "mentor", "next": "https://school.example/"})
    assert elsewhere["Location"] == "/"


def test_the_stations_seen_so_far_are_kept(demo: None, door: Account, client: Client) -> None:
    client.get("/demo/tour/5/")
    client.post("/demo/enter/", {"role": "mentor"})
    assert client.session["tour"] == [5]


@pytest.mark.parametrize("role", ["", "王敏", "office", "mentor' or 1=1"])
def test_an_unknown_role_is_refused(demo: None, door: Account, client: Client, role: str) -> None:
    assert client.post("/demo/enter/", {"role": role}).status_code == 404


def test_another_machine_is_refused(demo: None, door: Account, client: Client) -> None:
    assert client.post("/demo/enter/", {"role": "mentor"}, REMOTE_ADDR="10.0.0.8").status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_real_installation_has_no_such_address(door: Account, client: Client) -> None:
    assert client.post("/demo/enter/", {"role": "mentor"}).status_code == 404


def test_it_answers_post_only(demo: None, door: Account, client: Client) -> None:
    assert client.get("/demo/enter/?role=mentor").status_code == 405
