from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.drawing import announced, frozen
from tests.world import World

URL = "/oversight/calls/"


def test_what_is_announced_with_what_it_waits_for_and_queries_do_not_grow(world: World) -> None:
    client, counts = world.client("孙悦"), []
    assert "暂无随机回访" in client.get(URL).content.decode()
    for titles in (("一",), ("二", "三")):
        rows = [announced(world, title=title) for title in titles]
        with CaptureQueriesContext(connection) as caught:
            page = client.get(URL).content.decode()
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert "名单待冻结" in page
    frozen(world, rows[0])
    assert "名单已冻结" in client.get(URL).content.decode()
    assert "迎检材料" in page
    assert "/oversight/inspections/" not in world.client("钱程").get(URL).content.decode()
