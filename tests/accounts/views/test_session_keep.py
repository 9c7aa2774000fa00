"""A page on a shared computer tells that somebody is still there."""

from django.test import Client
from django.urls import reverse

from tests.world import World

URL = reverse("accounts:session_keep")


def test_it_answers_nothing_to_those_signed_in_only(world: World) -> None:
    assert world.client("王敏").post(URL).status_code == 204
    assert world.client("王敏").get(URL).status_code == 405


def test_without_a_session_it_leads_to_signing_in(world: World) -> None:
    answer = Client().post(URL)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("accounts:sign_in"))
