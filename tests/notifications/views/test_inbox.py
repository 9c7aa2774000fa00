from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.notifications.conftest import tell
from tests.world import World


def test_own_notices_with_a_mark_beside_the_name(world: World) -> None:
    tell(world, ["王敏", "李慧"])
    page = world.client("王敏").get("/notices/").content.decode()
    assert page.count("请写几句自我介绍") == 1
    assert 'aria-label="通知：1 条新的"' in page


def test_empty_says_what_will_stand_here(world: World) -> None:
    assert "暂无通知" in world.client("林母").get("/notices/").content.decode()


def test_queries_do_not_grow_with_the_list(world: World) -> None:
    client, counts = world.client("王敏"), []
    for abouts in ("a", "bc"):
        for about in abouts:
            tell(world, about=about)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get("/notices/")
        counts.append(len(seen))
    assert counts[0] == counts[1]
