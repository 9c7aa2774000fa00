from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.oversight.models import Member
from taoli.oversight.services.handing_in import hand_in_week
from tests.oversight.elsewhere import joined
from tests.world import START, TODAY, World

URL = "/oversight/weeks/"


def test_days_are_shown_and_never_a_number_or_a_school_of_another_bureau(world: World) -> None:
    hand_in_week(by=world.office)
    joined(world)
    page = world.client("郑岚").get(URL).content.decode()
    assert "上周已收到 1/3 所" in page
    assert "11-23" in page
    assert "暂无" in page
    assert "未报" not in page


def test_a_bureau_without_schools_is_told_how_they_join(world: World) -> None:
    Member.objects.of(world.bureaus["district"]).update(left_on=TODAY)
    assert "还没有学校" in world.client("郑岚").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_schools_as_for_one(world: World) -> None:
    client, counts, bureau = world.client("郑岚"), [], world.bureaus["district"]
    assert bureau.area
    for more in ((), ("a", "b")):
        for code in more:
            Member.objects.create(school=bureau, code=code, name=code, district=bureau.area, joined_on=START)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
