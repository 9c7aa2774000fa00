from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.policy import system
from taoli.oversight.services.releasing import release_week
from tests.oversight.area import told_area
from tests.oversight.handed_in import grade, hand_in, school_of, week_of
from tests.world import World

URL = "/oversight/"


def test_an_officer_sees_the_district_in_tens_and_chooses_week_and_stage(world: World) -> None:
    area = told_area(world)
    client = world.client("郑岚")
    assert client.get("/", follow=True).redirect_chain[-1][0] == URL
    page = client.get(URL).content.decode()
    for words in ("春和区", "人人有导师", "families_home@", "1 所学校本周没有上报", "班教导会", "入户单独列出"):
        assert words in page, words
    assert "12–" in page or "约" in page or "–" in page
    earlier = client.get(f"{URL}?week={week_of(0)}&stage=primary").content.decode()
    assert "春和区 · 小学" in earlier
    assert "一校多学段" in earlier
    assert "学校本周没有上报" not in earlier
    odd = client.get(f"{URL}?week=nonsense&district=a999&stage=%00").content.decode()
    assert week_of(1).isoformat() in odd
    assert str(area.bureau.pk)


def test_before_the_first_release_it_says_when_that_will_be(world: World) -> None:
    page = world.client("郑岚").get(URL).content.decode()
    assert "还没有公布数据" in page
    assert "星期三" in page
    for other in ("table/", "excel/", "word/", "month/", "survey/", "measures/students/"):
        assert world.client("郑岚").get(f"/oversight/overview/{other}").url == URL  # type: ignore[attr-defined]


def test_the_city_sees_its_districts_and_the_district_nothing_of_the_city(world: World) -> None:
    told_area(world)
    bureau = world.bureaus["city"]
    area = world.bureaus["district"].area
    assert area is not None
    member = school_of(bureau, "far", area)
    hand_in(member, 3, [grade(1, {"students": 99, "without_mentor": 33})], {"mentors": 9})
    release_week(by=system(bureau.pk), week=week_of(3))
    city, district = world.client("方远"), world.client("郑岚")
    assert "芳洲市" in city.get(URL).content.decode()
    assert 'name="district"' in city.get(URL).content.decode()
    assert 'name="district"' not in district.get(URL).content.decode()
    address = f"/oversight/overview/schools/{member.pk}/"
    assert (city.get(address).status_code, district.get(address).status_code) == (200, 404)


def test_it_takes_as_many_queries_for_many_schools_as_for_one(world: World) -> None:
    client, counts, bureau = world.client("方远"), [], world.bureaus["city"]
    area = world.bureaus["district"].area
    assert area is not None
    for week, codes in enumerate((("a",), ("b", "c", "d"))):
        for code in codes:
            hand_in(school_of(bureau, code, area), week, [grade(1, {"students": 30})], {"mentors": 4})
        release_week(by=system(bureau.pk), week=week_of(week))
        with CaptureQueriesContext(connection) as caught:
            assert client.get(f"{URL}?week={week_of(week)}").status_code == 200
        counts.append(len(caught))
    assert counts[0] == counts[1] < 20
