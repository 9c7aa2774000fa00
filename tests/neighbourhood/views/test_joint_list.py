import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.neighbourhood.models import JointMeeting
from taoli.neighbourhood.services.meetings import keep_meeting
from tests.world import World

URL = "/neighbourhood/joint/"
FACTS = {"theme": "暑期安全", "held_on": dt.date(2026, 12, 3), "at": dt.time(9, 0), "place": "区政府三楼"}


def meeting(world: World, **more: object) -> JointMeeting:
    settled = [("妇联", "两场家庭教育讲座", dt.date(2026, 12, 20))]
    return keep_meeting(by=world.actor("郑岚"), facts={**FACTS, **more}, decisions=settled)


def test_it_shows_departments_meetings_and_what_was_settled(world: World) -> None:
    client = world.client("郑岚")
    assert "还没有会议" in client.get(URL).content.decode()
    meeting(world)
    page = client.get(URL).content.decode()
    assert "两场家庭教育讲座" in page
    assert "妇联" in page
    assert "暑期安全" not in world.client("方远").get(URL).content.decode()
    assert [world.client(name).get(URL).status_code for name in ("岳安", "孙悦")] == [403] * 2


def test_it_takes_as_many_queries_for_three_meetings_as_for_one(world: World) -> None:
    client, counts = world.client("郑岚"), []
    for more in (1, 2):
        for _n in range(more):
            meeting(world)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
