import datetime as dt

from taoli.common import clock
from tests.neighbourhood.station_hands import family, other_station, station_of
from tests.world import World

URL = "/neighbourhood/stations/counts/"


def test_small_figures_are_not_told_and_no_sum_stands_beside_them(world: World) -> None:
    station, other = station_of(world), other_station(world)
    month = clock.now() - dt.timedelta(days=30)
    for n in range(11):
        family(station, made_at=month, phone=f"1390000{n:04}")
    for _n in range(9):
        family(other, made_at=month)
    page = world.client("郑岚").get(URL).content.decode()
    assert page.count(">11<") == 1
    assert ">9<" not in page
    assert ">20<" not in page
    assert "少于 10" in page
    assert "林女士" not in page
    assert world.client("岳安").get(URL).status_code == 403


def test_without_a_station_it_says_so(world: World) -> None:
    assert "还没有站点" in world.client("方远").get(URL).content.decode()
