from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.neighbourhood.visiting import booked, place
from tests.world import World

URL = "/neighbourhood/places/"


def test_the_officer_sees_the_own_list_and_how_useful_from_five_visits_on(world: World) -> None:
    row = place(world, published=False)
    place(world, "全市科技馆", bureau=world.bureaus["city"])
    for _n in range(4):
        booked(world, row)[1].__class__.objects.of(row.school).update(useful=3)
    page = world.client("郑岚").get(URL).content.decode()
    assert "春和博物馆" in page
    assert "未公开" in page
    assert "全市科技馆" not in page
    assert "满分 3" not in page
    booked(world, row)[1].__class__.objects.of(row.school).update(useful=3)
    assert "5 次使用，平均 3.0" in world.client("郑岚").get(URL).content.decode()
    assert [world.client(name).get(URL).status_code for name in ("孙悦", "岳安", "宋评")] == [403] * 3


def test_it_takes_as_many_queries_for_three_places_as_for_one(world: World) -> None:
    client, counts = world.client("郑岚"), []
    for names in (("甲馆",), ("乙馆", "丙馆")):
        for name in names:
            place(world, name)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_an_empty_list_offers_the_first_step(world: World) -> None:
    assert "清单还是空的" in world.client("方远").get(URL).content.decode()
