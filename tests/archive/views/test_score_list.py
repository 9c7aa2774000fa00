import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from tests.archive.examining import past, published
from tests.world import World


def page_of(world: World, student: str = "林子涵") -> str:
    return f"/archive/students/{world.students[student].pk}/exams/"


@pytest.mark.parametrize(("name", "logged"), [("王敏", 0), ("李慧", 1), ("赵国栋", 1), ("孙悦", 1), ("钱程", 1)])
def test_staff_see_a_student_beside_the_own_past_and_it_is_logged(world: World, name: str, logged: int) -> None:
    past(world, texts=(80, 78, 82, 60))
    page = world.client(name).get(page_of(world)).content.decode()
    for words in ("第4次月考", "比自己以往低", "<polyline", "4 次考试"):
        assert words in page
    assert ViewLog.objects.of(world.school).filter(noun="archive.score").count() == logged


@pytest.mark.parametrize("name", ["林子涵", "林母"])
def test_student_and_family_see_released_exams_and_nobody_else(world: World, name: str) -> None:
    others = {"周一诺": ("55.5", "66.5")}
    published(world, {"林子涵": ("88", "补90"), **others}, name="公布的", released=True)
    published(world, {"林子涵": ("77.5", "缺考"), **others}, name="没公布的")
    page = world.client(name).get(page_of(world)).content.decode()
    for words in ("公布的", "88", "补考 90"):
        assert words in page
    for words in ("没公布的", "77.5", "55.5", "名次：", "平均分"):
        assert words not in page


def test_nothing_yet_says_so(world: World) -> None:
    assert "还没有可以看的成绩" in world.client("林子涵").get(page_of(world)).content.decode()


@pytest.mark.parametrize(
    ("name", "student", "code"),
    [
        ("林子涵", "周一诺", 404),
        ("林母", "周一诺", 404),
        ("王敏", "孙浩然", 404),
        ("李慧", "赵思源", 404),
        ("赵国栋", "吴桐", 404),
        ("吴考", "林子涵", 403),
        ("郑明", "林子涵", 403),
        ("何静", "林子涵", 403),
    ],
)
def test_beyond_reach_it_is_not_found(world: World, name: str, student: str, code: int) -> None:
    assert world.client(name).get(page_of(world, student)).status_code == code


def test_it_takes_as_many_queries_for_three_exams_as_for_one(world: World) -> None:
    counts, client = [], world.client("王敏")
    for names in (("一",), ("二", "三")):
        for name in names:
            published(world, {"林子涵": ("88", "90")}, name=name)
        client.get(page_of(world))
        with CaptureQueriesContext(connection) as caught:
            client.get(page_of(world))
        counts.append(len(caught))
    assert counts[0] == counts[1]
