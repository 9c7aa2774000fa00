"""Nobody stays signed in on a shared computer without moving."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from taoli.accounts import middleware
from tests.world import World

PAGE = reverse("home:me")
OUT = settings.SHARED_IDLE + middleware.GRACE


class Clock:
    """Seconds as the middleware sees them."""

    now = 1_000_000

    def time(self) -> int:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(middleware, "time", made)
    return made


def shared(world: World) -> Client:
    client = world.client("王敏")
    session = client.session
    session["shared"] = True
    session.save()
    return client


def test_after_ten_minutes_without_a_sign_one_is_signed_out_and_told_why(world: World, clock: Clock) -> None:
    client = shared(world)
    assert client.get(PAGE).status_code == 200
    clock.now += OUT + 1
    answer = client.get(PAGE)
    assert answer["Location"] == f"{reverse('accounts:sign_in')}?idle=1&next=/me/"
    assert "你离开了十分钟" in client.get(answer["Location"]).content.decode()
    assert "sessionid" not in client.cookies
    assert client.get(PAGE)["Location"] == f"{reverse('accounts:sign_in')}?next=/me/"


def test_who_asks_for_pages_stays(world: World, clock: Clock) -> None:
    client = shared(world)
    for _each in range(5):
        clock.now += OUT - 100
        assert client.get(PAGE).status_code == 200


def test_an_own_computer_is_left_alone(world: World, clock: Clock) -> None:
    client = world.client("王敏")
    assert client.get(PAGE).status_code == 200
    clock.now += 100 * OUT
    answer = client.get(PAGE)
    assert answer.status_code == 200
    assert 'name="idle"' not in answer.content.decode()


def test_a_part_that_is_fetched_leads_the_whole_page_to_signing_in(world: World, clock: Clock) -> None:
    client = shared(world)
    client.get(PAGE)
    clock.now += OUT + 1
    answer = client.get(PAGE, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, f"{reverse('accounts:sign_in')}?idle=1&next=/me/")


def test_the_page_knows_the_time_and_the_session_is_written_once_a_minute(
    world: World, clock: Clock, django_assert_max_num_queries: Any
) -> None:
    client = shared(world)
    assert f'name="idle" content="{settings.SHARED_IDLE}"' in client.get(PAGE).content.decode()
    with django_assert_max_num_queries(60) as seen:
        client.get(PAGE)
    assert not [one for one in seen.captured_queries if one["sql"].startswith("UPDATE")]
    clock.now += 61
    with django_assert_max_num_queries(60) as later:
        client.get(PAGE)
    assert len([one for one in later.captured_queries if one["sql"].startswith("UPDATE")]) == 1
