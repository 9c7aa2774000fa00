from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.evaluation.honouring import train, url
from tests.world import World

URL = url("training_list")


def test_it_has_sessions_and_hours_by_staff_number(world: World) -> None:
    assert "活动举行之后登记" in world.client("孙悦").get(URL).content.decode()
    train(world, "王敏", "李慧")
    page = world.client("钱程").get(URL).content.decode()
    assert "怎样谈心" in page
    assert "2 人参加" in page
    assert "session=" not in page
    assert "session=" in world.client("孙悦").get(URL).content.decode()
    assert world.client("王敏").get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for more in (1, 2):
        for _each in range(more):
            train(world, "王敏", mentor_id=world.staff["李慧"].pk)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
