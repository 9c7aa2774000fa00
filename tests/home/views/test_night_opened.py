"""The door at which a phone tells of openings without a network."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from taoli.accounts import services as accounts
from taoli.common.models import ViewLog
from taoli.common.policy import system
from tests.guidance.phone import Phone, phone_of
from tests.guidance.talking import body, watch
from tests.world import World

PAGE = "/night-card/opened/"
ONE = {"id": "8f1a2b3c-0000-4000-8000-000000000001", "at": "2026-11-23T02:10:00Z"}
TWO = {"id": "8f1a2b3c-0000-4000-8000-000000000002", "at": "2026-11-23T02:31:00Z"}


def tell(phone: Phone, *openings: Any, client: Client | None = None, shown: dict[str, str] | None = None) -> Any:
    sent = json.dumps({"opened": list(openings)})
    return (client or phone.client).post(
        PAGE, data=sent, content_type="application/json", headers={**phone.shown, **(shown or {})}
    )


def logged(world: World) -> list[list[str]]:
    rows = ViewLog.objects.of(world.school).filter(page="home:night_opened").order_by("at", "id")
    return [row.ids for row in rows]


def test_each_opening_is_logged_with_its_time_as_the_persons_own_and_once(world: World) -> None:
    phone = phone_of(world, "王敏")
    assert tell(phone, ONE).json() == {"state": "logged"}
    assert tell(phone, ONE, TWO, TWO).json() == {"state": "logged"}
    assert sorted(ids[1] for ids in logged(world)) == ["opening " + ONE["id"], "opening " + TWO["id"]]
    assert "at 2026-11-23T02:10:00+00:00" in logged(world)[0]
    row = ViewLog.objects.of(world.school).filter(page="home:night_opened").first()
    assert row is not None
    assert (row.noun, row.person_id) == ("home.night_card", world.staff["王敏"].pk)


def test_a_closed_phone_still_tells_what_was_opened(world: World) -> None:
    phone = phone_of(world, "王敏")
    accounts.close_account(by=system(world.school.pk), account=world.accounts["王敏"])
    assert tell(phone, ONE, client=Client()).json() == {"state": "logged"}
    assert len(logged(world)) == 1


def test_without_its_person_or_its_token_nothing_is_taken(world: World) -> None:
    phone = phone_of(world, "王敏")
    assert tell(phone, ONE, client=Client()).status_code == 401
    assert tell(phone, ONE, client=world.client("李慧")).status_code == 409
    assert tell(phone, ONE, shown={"X-Device-Token": "guess"}).status_code == 403
    assert tell(phone, ONE, shown={"X-School": str(world.other.pk)}).status_code == 403
    assert logged(world) == []


@pytest.mark.parametrize(
    "opening", ["x", {"id": "x", "at": ONE["at"]}, {"id": ONE["id"], "at": "today"}, {"id": ONE["id"]}]
)
def test_what_is_no_opening_is_refused_whole(world: World, opening: object) -> None:
    phone = phone_of(world, "王敏")
    assert tell(phone, ONE, opening).status_code == 400
    assert logged(world) == []


def test_only_a_turn_offers_the_copy_for_the_phone_not_a_reason(world: World) -> None:
    client = world.client("赵国栋")
    client.post("/night-card/", {"reason": "学生走失，找家长"})
    assert "data-night-copy" not in body(client, "/night-card/")
    watch(world, "王敏", hours=(9, 11))
    page = body(world.client("王敏"), "/night-card/")
    assert 'data-night-copy="/night-card/sheet/"' in page
    left = re.search(r'data-seconds="(\d+)"', page)
    assert left is not None
    assert 0 < int(left[1]) <= 3600
