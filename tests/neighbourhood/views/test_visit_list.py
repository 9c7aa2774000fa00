from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.neighbourhood.visiting import booked, place
from tests.world import World

URL = "/neighbourhood/visits/"


def test_a_teacher_sees_the_own_visits_and_the_office_all(world: World) -> None:
    booked(world, place(world))
    assert "春和博物馆" in world.client("王敏").get(URL).content.decode()
    assert "春和博物馆" in world.client("孙悦").get(URL).content.decode()
    assert "春和博物馆" not in world.client("李慧").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_visits_as_for_one(world: World) -> None:
    row, client, counts = place(world), world.client("孙悦"), []
    for more in (1, 2):
        for _n in range(more):
            booked(world, row)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
