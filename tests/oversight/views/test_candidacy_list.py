from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.starring import applied, opened, url
from tests.world import World


def test_the_school_sees_what_waits_for_it(world: World) -> None:
    client, counts = world.client("孙悦"), []
    assert "还没有申报" in client.get(url("candidacy_list")).content.decode()
    for count in (1, 2):
        for number in range(count):
            applied(world, opened(world, title=f"第{count}{number}轮"))
        with CaptureQueriesContext(connection) as caught:
            page = client.get(url("candidacy_list")).content.decode()
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert page.count("王敏 · 三星导师") == 3
