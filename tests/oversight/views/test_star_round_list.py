from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.starring import opened, url
from tests.world import World


def test_rounds_are_listed_with_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("郑岚"), []
    assert "准备一轮认定" in client.get(url("star_round_list")).content.decode()
    for count in (1, 2):
        for number in range(count):
            opened(world, title=f"第{count}{number}轮")
        with CaptureQueriesContext(connection) as caught:
            page = client.get(url("star_round_list")).content.decode()
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert "第21轮" in page
    assert "第21轮" not in world.client("方远").get(url("star_round_list")).content.decode()
