from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.inspecting import small_pack
from tests.world import World

URL = "/oversight/inspections/"


def test_an_empty_list_says_what_a_pack_is_and_queries_do_not_grow(world: World) -> None:
    client, counts = world.client("孙悦"), []
    assert "还没有生成过材料" in client.get(URL).content.decode()
    for more in (1, 2):
        for _each in range(more):
            small_pack(world)
        with CaptureQueriesContext(connection) as caught:
            page = client.get(URL).content.decode()
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert page.count("秋季督导") == 3
