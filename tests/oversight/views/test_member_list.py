from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import Area
from taoli.oversight.models import Member
from tests.world import START, TODAY, World

URL = "/oversight/schools/"


def bureau_area(world: World) -> Area:
    assert world.bureaus["district"].area
    return world.bureaus["district"].area


def test_schools_in_the_order_of_strokes_and_those_that_left_apart(world: World) -> None:
    left = Member.objects.of(world.bureaus["district"]).get(code="linxiao")
    left.left_on, left.successor = TODAY, Member.objects.of(world.bureaus["district"]).get(code="taoli")
    left.save()
    page = world.client("郑岚").get(URL).content.decode()
    assert page.index("桃李中学") < page.index("邻校")
    assert "起并入桃李中学" in page
    assert "1 所学校" in page


def test_a_bureau_without_schools_says_how_they_join(world: World) -> None:
    Member.objects.of(world.bureaus["city"]).update(school=world.bureaus["city"], left_on=TODAY)
    assert "还没有学校" in world.client("方远").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_schools_as_for_one(world: World) -> None:
    client, counts, bureau = world.client("郑岚"), [], world.bureaus["district"]
    for more in ((), ("a", "b")):
        for code in more:
            Member.objects.create(school=bureau, code=code, name=code, district=bureau_area(world), joined_on=START)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
