from taoli.neighbourhood.models import Resource
from tests.neighbourhood.visiting import place
from tests.world import World

URL = "/neighbourhood/places/edit/"
SAID = {"name": "梅湾图书馆", "kind": "library", "theme": "study", "capacity": 40, "weekdays": ["5", "6"]}


def test_the_officer_enters_a_place_and_corrects_it(world: World) -> None:
    client = world.client("郑岚")
    client.post(URL, {**SAID, "published": "on"})
    row = Resource.objects.of(world.bureaus["district"]).get()
    assert (row.weekdays, row.published) == ([5, 6], True)
    assert "梅湾图书馆" in client.get(f"{URL}?place={row.pk}").content.decode()
    client.post(f"{URL}?place={row.pk}", {**SAID, "capacity": 50, "edit": row.edit})
    row.refresh_from_db()
    assert (row.capacity, row.published) == (50, False)
    stale = client.post(f"{URL}?place={row.pk}", {**SAID, "edit": 1})
    assert "刚刚被别人修改过" in stale.content.decode()


def test_a_name_twice_and_another_bureaus_place_are_refused(world: World) -> None:
    row = place(world, "梅湾图书馆")
    assert "已有名为梅湾图书馆的资源" in world.client("郑岚").post(URL, SAID).content.decode()
    assert world.client("方远").get(f"{URL}?place={row.pk}").status_code == 404
