"""Signing out."""

from django.urls import reverse

from tests.world import World

URL = reverse("accounts:sign_out")


def test_signing_out_ends_the_session_and_clears_what_the_browser_kept(world: World) -> None:
    client = world.client("王敏")
    answer = client.post(URL)
    assert (answer.status_code, answer["Location"]) == (302, reverse("accounts:sign_in"))
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get(reverse("roster:student_list")).status_code == 302


def test_a_link_cannot_sign_anybody_out(world: World) -> None:
    client = world.client("王敏")
    assert client.get(URL).status_code == 405
    assert client.get(reverse("roster:student_list")).status_code == 200


def test_who_only_went_away_finds_the_sealed_words_again(world: World) -> None:
    answer = world.client("王敏").post(URL, {"idle": "1"})
    assert answer["Clear-Site-Data"] == '"cache"'
