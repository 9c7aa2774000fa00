from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.evaluation.honouring import collected
from tests.oversight.sharing import handed, published
from tests.oversight.training import url
from tests.world import World

URL = url("shared_list")


def test_what_waits_stands_first_and_the_city_sees_nothing_of_it(world: World) -> None:
    assert "还没有报送的文章" in world.client("郑岚").get(URL).content.decode()
    published(world)
    handed(world, collected(world, title="走廊里的三分钟"))
    page = world.client("郑岚").get(URL).content.decode()
    assert page.index("走廊里的三分钟") < page.index("慢一点")
    assert "慢一点" not in world.client("方远").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("郑岚"), []
    for titles in (("一",), ("二", "三")):
        for title in titles:
            handed(world, collected(world, title=title))
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
