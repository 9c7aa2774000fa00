from taoli.common.models import Area
from taoli.schemes.services import publish_base
from tests.engine.examples import taigu
from tests.world import World

URL = "/schemes/presets/"


def test_presets_say_in_short_what_they_ask_before_anything_is_adopted(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "贵校有 10 位教职工、6 名学生。" in page
    assert "太二发〔2012〕1号" in page
    assert "个别指导：每月至少 1 次，对每名学生。" in page
    assert "约 57 分钟" in page


def test_words_and_filters_narrow_the_list_and_say_so_when_nothing_is_left(world: World) -> None:
    client = world.client("孙悦")
    every = len(client.get(URL).context["rows"])
    found = {row.key for row in client.get(URL, {"q": "太谷", "talk": "month", "size": "10"}).context["rows"]}
    assert found == {"taigu-no2-2012"}
    assert every >= len(found)
    none = client.get(URL, {"q": "太谷", "talk": "day"}).content.decode()
    assert "没有这样的方案" in none
    assert [row.key for row in client.get(URL, {"q": "太谷", "stage": "小学"}).context["rows"]] == []


def test_base_of_the_schools_area_stands_first(world: World) -> None:
    city = Area.objects.create(name="示例市", kind="city")
    world.school.area = Area.objects.create(name="示例区", kind="district", parent=city)
    world.school.save()
    publish_base(area=city, scheme=taigu(), binding=["duties.individual.times"])
    page = world.client("孙悦").get(URL).content.decode()
    assert "示例市有一份基础方案" in page
    assert "其中 1 处有约束" in page


def test_presets_are_for_the_office(world: World) -> None:
    assert world.client("王敏").get(URL).status_code == 403
