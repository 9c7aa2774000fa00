from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.starring import bring, opened, reviewing, typed, url
from tests.world import World


def test_a_reviewer_sees_what_was_drawn_and_nothing_else(world: World) -> None:
    client, counts = world.client("宋评"), []
    assert "目前没有要评审的申报" in client.get(url("my_reviews")).content.decode()
    bring(world, "district", "丁阅")
    bring(world, "district", "武鉴")
    for names in (("甲",), ("乙", "丙", "戊")):
        row = opened(world, title=f"{len(names)}份")
        for name in names:
            typed(row, name)
        reviewing(world, row)
        mine = world.client("丁阅")
        with CaptureQueriesContext(connection) as caught:
            mine.get(url("my_reviews"))
        counts.append(len(caught))
    assert counts[0] == counts[1]
    people = ("宋评", "丁阅", "武鉴")
    found = [world.client(name).get(url("my_reviews")).content.decode().count("待评审") for name in people]
    assert sum(found) == 8
