from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.neighbourhood.visiting import place
from tests.world import World

URL = "/neighbourhood/offers/"


def test_schools_see_what_the_bureaus_above_have_published_and_nothing_else(world: World) -> None:
    place(world)
    place(world, "未公开的馆", published=False)
    place(world, "全市科技馆", bureau=world.bureaus["city"], theme="study")
    client = world.client("王敏")
    page = client.get(URL).content.decode()
    assert "春和博物馆" in page
    assert "全市科技馆" in page
    assert "未公开的馆" not in page
    study = client.get(f"{URL}?theme=study").content.decode()
    assert "春和博物馆" not in study
    assert [world.client(name).get(URL).status_code for name in ("老秦", "林母", "郑岚")] == [403] * 3
    assert "/book/" not in world.client("钱程").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_places_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for names in (("甲馆",), ("乙馆", "丙馆")):
        for name in names:
            place(world, name)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
