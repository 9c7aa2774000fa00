import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from taoli.accounts.models import Account
from tests.world import World

pytestmark = pytest.mark.django_db


def test_a_real_installation_has_no_such_address(client: Client) -> None:
    assert client.get("/demo/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("rehearsal:door_list")


def test_the_demo_shows_its_doors_on_this_machine(demo: None, world: World, client: Client) -> None:
    Account.objects.filter(username="王敏").update(username="demo-mentor")
    page = client.get("/demo/").content.decode()
    assert '<button type="submit" class="button ' in page
    assert "王敏" in page
    assert 'value="mentor"' in page


def test_the_demo_hides_them_from_another_machine(demo: None, client: Client) -> None:
    assert client.get("/demo/", REMOTE_ADDR="192.168.1.20").status_code == 404


def test_the_demo_hides_them_behind_another_host_name(demo: None, client: Client, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["school.example"]  # type: ignore[attr-defined]
    assert client.get("/demo/", HTTP_HOST="school.example").status_code == 404


def test_without_a_school_the_page_says_what_to_do(demo: None, client: Client) -> None:
    assert "load_demo" in client.get("/demo/").content.decode()
