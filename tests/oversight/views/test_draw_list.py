from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.drawing import announced
from tests.world import World

URL = "/oversight/draws/"


def test_an_empty_list_says_what_a_draw_is_and_queries_do_not_grow(world: World) -> None:
    client, counts = world.client("郑岚"), []
    assert "还没有公告过随机回访" in client.get(URL).content.decode()
    for titles in (("一",), ("二", "三")):
        for title in titles:
            announced(world, title=title)
        with CaptureQueriesContext(connection) as caught:
            page = client.get(URL).content.decode()
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert page.index("三") < page.index("已公告")
    assert "还没有公告过随机回访" in world.client("方远").get(URL).content.decode()
