import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.training import session, signed_up, url
from tests.world import TODAY, World

URL = url("course_list")


def test_sessions_stand_day_by_day_and_courses_by_part(world: World) -> None:
    client = world.client("郑岚")
    assert "还没有课程" in client.get(URL).content.decode()
    row = session(world)
    session(world, "planned", starts=dt.time(14), ends=dt.time(16))
    session(world, day=TODAY + dt.timedelta(1))
    signed_up(world, row, "王敏", "李慧", "陈立", "周宁")
    page = client.get(URL)
    assert [len(one.sessions) for one in page.context["days"]] == [1, 2]
    text = page.content.decode()
    assert "3 个名额中已报 3 个" in text
    assert "1 人候补" in text
    assert "技能与素养" in text


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("郑岚"), []
    for more in (1, 2):
        for place in range(more):
            session(world, title=f"第{more}{place}课", day=TODAY + dt.timedelta(place))
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
