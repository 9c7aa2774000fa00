from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.oversight.services.topics import file_topic
from tests.oversight.sharing import topic
from tests.oversight.training import url
from tests.world import World

URL = url("filed_topic_list")


def test_it_shows_what_was_handed_in_and_nothing_else(world: World) -> None:
    assert "学校报送后会出现在这里" in world.client("郑岚").get(URL).content.decode()
    topic(world, "没有报送的")
    file_topic(by=world.office, pk=topic(world).pk)
    page = world.client("郑岚").get(URL).content.decode()
    assert "导师谈心的时机" in page
    assert "没有报送的" not in page


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("郑岚"), []
    for titles in (("一",), ("二", "三")):
        for title in titles:
            file_topic(by=world.office, pk=topic(world, title).pk)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
