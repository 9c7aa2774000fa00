from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.sharing import topic
from tests.oversight.training import url
from tests.world import World

URL = url("topic_list")


def test_the_leader_sees_the_own_the_office_all(world: World) -> None:
    assert "还没有课题" in world.client("孙悦").get(URL).content.decode()
    topic(world)
    assert "导师谈心的时机" in world.client("王敏").get(URL).content.decode()
    assert "导师谈心的时机" in world.client("钱程").get(URL).content.decode()
    assert "导师谈心的时机" not in world.client("李慧").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for titles in (("一",), ("二", "三")):
        for title in titles:
            topic(world, title)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
