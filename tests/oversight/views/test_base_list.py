from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.base_facts import drafted, published
from tests.world import World

URL = "/oversight/bases/"


def test_versions_newest_first_and_the_draft_above_them(world: World) -> None:
    client = world.client("郑岚")
    assert "还没有基础方案" in client.get(URL).content.decode()
    counts = []
    for more in (1, 2):
        for _one in range(more):
            published(world)
        with CaptureQueriesContext(connection) as caught:
            page = client.get(URL).content.decode()
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert page.index("第 3 版") < page.index("第 2 版") < page.index("第 1 版")
    row = drafted(world)
    assert f"/oversight/bases/drafts/{row.pk}/" in client.get(URL).content.decode()


def test_the_citys_bureau_has_its_own(world: World) -> None:
    base = published(world)
    client = world.client("方远")
    assert "还没有基础方案" in client.get(URL).content.decode()
    assert client.get(f"{URL}{base.pk}/").status_code == 404
    assert client.get(f"{URL}drafts/{drafted(world).pk}/").status_code == 404
