import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.care.meeting import meet, url
from tests.world import TODAY, World

LIST = "/care/conferences/"


def get(world: World, name: str, query: str = "") -> str:
    answer = world.client(name).get(LIST + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_runs_it_and_who_is_expected_see_it_and_others_do_not(world: World) -> None:
    row = meet(world)
    for name in ("李慧", "王敏", "赵国栋", "孙悦", "钱程"):
        assert url(row) in get(world, name)
    assert url(row) not in get(world, "何静")


@pytest.mark.parametrize("name", ["吴考", "郑明", "林子涵", "林母"])
def test_assessors_administrator_students_and_families_see_none(world: World, name: str) -> None:
    assert world.client(name).get(LIST).status_code == 403


def test_a_committee_on_bullying_is_seen_by_its_members_office_and_principal_only(world: World) -> None:
    row = meet(world, "孙悦", kind="bullying", place="school", members=[world.staff["何静"].pk])
    for name, sees in (
        ("何静", True),
        ("孙悦", True),
        ("钱程", True),
        ("李慧", False),
        ("赵国栋", False),
        ("王敏", False),
    ):
        assert (url(row) in get(world, name)) is sees


def test_the_homeroom_teacher_prepares_with_one_tap(world: World) -> None:
    page = get(world, "李慧")
    assert "准备高一(1)班的班教导会" in page
    assert "准备" not in get(world, "王敏")


def test_one_left_open_is_asked_about_and_a_kind_is_chosen_by_a_chip(world: World) -> None:
    meet(world, held_on=TODAY - dt.timedelta(days=2))
    row = meet(world, kind="daily")
    page = get(world, "李慧")
    assert "日子已经过了" in page
    assert url(row) in get(world, "李慧", "?kind=daily")
    assert url(row) not in get(world, "李慧", "?kind=class")
    assert url(row) in get(world, "李慧", "?kind=nonsense")


def test_an_empty_list_says_what_to_do(world: World) -> None:
    assert "安排第一次会议" in get(world, "李慧")
    assert "请你参加的会议会列在这里" in get(world, "王敏")


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    meet(world)
    client, counts = world.client("李慧"), []
    for more in (0, 2):
        for _each in range(more):
            meet(world)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]
