import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.services import withdraw_exam
from tests.archive.examining import examine
from tests.world import World

URL = "/archive/exams/"


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "孙悦", "钱程"])
def test_staff_see_the_exams_within_reach(world: World, name: str) -> None:
    examine(world, {"林子涵": ("88", "90")})
    examine(world, name="高二的", grade_id=world.grades["高二"].pk)
    page = world.client(name).get(URL).content.decode()
    assert "期中考试" in page
    assert "2 个成绩" in page
    assert ("高二的" in page) == (name in {"孙悦", "钱程"})


@pytest.mark.parametrize("name", ["林子涵", "林母", "吴考", "郑明", "何静"])
def test_others_do_not_open_it(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403


def test_an_empty_list_says_why_and_what_next(world: World) -> None:
    assert "设置一次考试" in world.client("孙悦").get(URL).content.decode()
    assert "/archive/exams/set/" not in world.client("王敏").get(URL).content.decode()


def test_one_that_was_set_aside_is_seen_by_those_who_set_exams(world: World) -> None:
    withdraw_exam(by=world.office, pk=examine(world).pk, edit=1)
    assert "期中考试" in world.client("孙悦").get(URL).content.decode()
    assert "期中考试" not in world.client("王敏").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_exams_as_for_one(world: World) -> None:
    client, counts = world.client("王敏"), []
    for more in (1, 2):
        for place in range(more):
            examine(world, {"林子涵": ("88", "90")}, name=f"考试{more}{place}")
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
