from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.neighbourhood.models import Station
from tests.world import World

URL = "/neighbourhood/stations/"


def more(world: World, *names: str) -> None:
    for name in names:
        Station.objects.create(school=world.bureaus["district"], name=name, kind="family", street="梅湾街道")


def test_an_officer_sees_all_and_the_staff_their_own(world: World) -> None:
    more(world, "梅湾家庭教育指导站")
    officer, staff = (world.client(name).get(URL).content.decode() for name in ("郑岚", "岳安"))
    assert "梅湾家庭教育指导站" in officer
    assert "春和社区辅导站" in officer
    assert "春和社区辅导站" in staff
    assert "梅湾" not in staff


def test_the_city_sees_none_of_the_districts(world: World) -> None:
    assert "还没有站点" in world.client("方远").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_stations_as_for_one(world: World) -> None:
    client, counts = world.client("郑岚"), []
    for names in ((), ("甲站", "乙站")):
        more(world, *names)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
