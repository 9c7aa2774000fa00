import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.care.signalling import RULES, signal
from tests.world import World


@pytest.mark.parametrize("name", ["孙悦", "钱程"])
def test_each_rule_stands_there_in_words_with_numbers_and_no_names(world: World, name: str) -> None:
    signal(world)
    page = world.client(name).get(RULES).content.decode()
    assert "不到 5 次" in page
    assert "4 周没有任何老师的联系记录时提示" in page
    assert "林子涵" not in page
    assert ("提示的快慢" in page) == (name == "孙悦")


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "林母"])
def test_others_do_not_open_it(world: World, name: str) -> None:
    assert world.client(name).get(RULES).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for names in (("林子涵",), ("周一诺", "孙浩然")):
        for name in names:
            signal(world, name)
        client.get(RULES)
        with CaptureQueriesContext(connection) as caught:
            client.get(RULES)
        counts.append(len(caught))
    assert counts[0] == counts[1]
