from taoli.common.models import Area, School
from taoli.oversight.models import Member
from tests.oversight.elsewhere import card
from tests.world import World

URL = "/oversight/schools/join/"


def test_a_school_joins_with_its_card_and_the_digits_are_asked_for_next(world: World) -> None:
    client, area = world.client("郑岚"), world.bureaus["district"].area
    assert area
    said = {"do": "card", "card": card(), "district": area.pk, "stages": ["primary", "junior"], "campuses": "2"}
    page = client.post(URL, said, follow=True).content.decode()
    assert "河西学校" in page
    assert "最后十位" in page
    page = client.post(URL, {**said, "card": card(name="河西小学")}).content.decode()
    assert "已被河西学校使用" in page
    assert "taoli-school." in page
    assert "不是学校名片" in client.post(URL, {**said, "card": "taoli-school.x"}).content.decode()


def test_schools_of_this_server_in_the_area_are_offered_and_no_others(world: World) -> None:
    client, area = world.client("郑岚"), world.bureaus["district"].area
    School.objects.create(code="xinqiao", name="新桥小学", area=area)
    School.objects.create(code="far", name="远山小学", area=Area.objects.create(name="秋实区", kind="district"))
    assert area
    page = client.get(URL).content.decode()
    assert "新桥小学" in page
    assert "远山小学" not in page
    said = {"do": "inside", "code": "xinqiao", "district": area.pk, "stages": ["primary"], "campuses": "1"}
    assert "新桥小学已加入" in client.post(URL, said, follow=True).content.decode()
    refused = client.post(URL, {**said, "code": "far"}).content.decode()
    assert "没有这个代码的学校" in refused
    assert "都已在册" in refused
    assert Member.objects.of(world.bureaus["city"]).filter(code="xinqiao").exists()


def test_a_code_that_the_city_knows_for_another_school_is_refused_before_anything_is_written(world: World) -> None:
    area, city = world.bureaus["district"].area, world.bureaus["city"]
    assert area
    School.objects.create(code="xinqiao", name="新桥小学", area=area)
    Member.objects.create(school=city, code="xinqiao", name="新桥中学", district=area, joined_on="2026-09-01")
    said = {"do": "inside", "code": "xinqiao", "district": area.pk, "stages": ["primary"], "campuses": "1"}
    assert "已被新桥中学使用" in world.client("郑岚").post(URL, said).content.decode()
    assert not Member.objects.of(world.bureaus["district"]).filter(code="xinqiao").exists()
