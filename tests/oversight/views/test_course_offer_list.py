import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.training import sent, session, url
from tests.world import TODAY, World

URL = url("course_offer_list")


def test_a_mentor_signs_up_waits_and_signs_off(world: World) -> None:
    client = world.client("王敏")
    assert "没有可报名的培训" in client.get(URL).content.decode()
    session(world, "planned")
    row = session(world, seats=1)
    move = url("booking_move", row.pk)
    assert len(client.get(URL).context["rows"]) == 1
    world.client("李慧").post(move, sent())
    assert "已进入候补" in client.post(move, sent(), follow=True).content.decode()
    assert "候补中" in client.get(URL).content.decode()
    world.client("李慧").post(move, sent(to="off"))
    assert "已报名" in client.get(URL).content.decode()
    assert client.post(url("booking_move", session(world, "planned").pk), sent()).status_code == 404


def test_past_and_over_are_not_offered(world: World) -> None:
    session(world, day=TODAY + dt.timedelta(2), sign_up_until=TODAY - dt.timedelta(1))
    page = world.client("孙悦").get(URL).content.decode()
    assert "报名已截止" in page
    assert "批量报名" not in page


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("王敏"), []
    for more in (1, 2):
        for place in range(more):
            row = session(world, title=f"第{more}{place}课")
            client.post(url("booking_move", row.pk), sent())
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
