from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.oversight.services.handing_in import hand_in_week
from tests.world import World

URL = "/oversight/handed-in/"


def test_the_office_sees_who_gets_it_and_hands_in_the_principal_only_looks(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "春和区教育局、芳洲市教育局" in page
    assert "还没有上报过" in page
    assert "现在上报" in page
    hand_in_week(by=world.office)
    page = world.client("钱程").get(URL).content.decode()
    assert "已收下" in page or "第 1 号" in page
    assert "现在上报" not in page


def test_a_school_without_a_bureau_reads_what_to_do(world: World) -> None:
    world.school.area = None
    world.school.save()
    assert "还没有教育局" in world.client("孙悦").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for more in (1, 2):
        for _each in range(more):
            hand_in_week(by=world.office, again=True)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
