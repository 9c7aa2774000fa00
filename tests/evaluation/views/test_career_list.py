from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.duties.school import pair, put_in_force, settle
from tests.evaluation.honouring import url
from tests.world import World

URL = url("career_list")


def test_every_mentor_has_a_file_by_staff_number(world: World) -> None:
    assert "结对公布后" in world.client("孙悦").get(URL).content.decode()
    settle(world)
    page = world.client("钱程").get(URL).content.decode()
    assert page.index("T001") < page.index("T002")
    assert "孙悦</a>" not in page
    assert world.client("王敏").get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    put_in_force(world)
    client, counts = world.client("孙悦"), []
    for names in ((("林子涵", "王敏"),), (("孙浩然", "李慧"), ("钱多多", "陈立"))):
        for student, mentor in names:
            pair(world, student, mentor)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
