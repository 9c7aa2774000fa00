from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.neighbourhood.station_hands import family, other_station, station_of
from tests.world import World

URL = "/neighbourhood/appointments/"


def test_staff_see_their_own_stations_only_and_no_contact_on_the_list(world: World) -> None:
    family(station_of(world))
    family(other_station(world), topic="screen")
    page = world.client("岳安").get(URL).content.decode()
    assert "情绪与睡眠" in page
    assert "手机与游戏" not in page
    assert "林女士" not in page
    assert "13900001111" not in page
    for name in ("郑岚", "方远", "宋评", "孙悦", "老秦"):
        assert world.client(name).get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    station, client, counts = station_of(world), world.client("岳安"), []
    for more in (1, 2):
        for _n in range(more):
            family(station)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_an_empty_list_says_how_families_come(world: World) -> None:
    assert "扫海报上的码" in world.client("岳安").get(URL).content.decode()
