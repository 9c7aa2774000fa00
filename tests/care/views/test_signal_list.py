import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from tests.care.signalling import LIST, signal
from tests.guidance.reporting import change_mentor
from tests.world import World


@pytest.mark.parametrize(
    ("name", "seen", "logged"),
    [
        ("王敏", {"林子涵", "赵思源"}, 0),
        ("李慧", {"林子涵", "孙浩然"}, 1),
        ("赵国栋", {"林子涵", "孙浩然", "赵思源"}, 1),
        ("孙悦", {"林子涵", "孙浩然", "赵思源", "吴桐"}, 1),
        ("钱程", {"林子涵", "孙浩然", "赵思源", "吴桐"}, 1),
    ],
)
def test_each_sees_those_within_reach_with_why_and_readings_are_logged(
    world: World, name: str, seen: set[str], logged: int
) -> None:
    for one in ("林子涵", "孙浩然", "赵思源", "吴桐"):
        signal(world, one)
    page = world.client(name).get(LIST).content.decode()
    assert {one for one in ("林子涵", "孙浩然", "赵思源", "吴桐") if f">{one}<" in page} == seen
    assert "5 周暂无任何老师的联系记录" in page
    assert ViewLog.objects.of(world.school).filter(noun="care.signal").count() == logged


@pytest.mark.parametrize("name", ["吴考", "何静", "郑明", "林子涵", "林母"])
def test_student_family_and_who_has_no_reach_never_see_it(world: World, name: str) -> None:
    signal(world)
    assert world.client(name).get(LIST).status_code == 403


def test_a_low_mood_is_for_the_mentors_eyes_only(world: World) -> None:
    signal(world, rule="mood")
    assert "心情低落" in world.client("王敏").get(LIST).content.decode().split("<main", 1)[1]
    for name in ("李慧", "赵国栋", "孙悦", "钱程"):
        assert "学生 2 次说自己" not in world.client(name).get(LIST).content.decode()


def test_after_a_change_of_mentor_it_goes_along(world: World) -> None:
    signal(world, rule="mood")
    change_mentor(world, "林子涵", "陈立")
    assert "林子涵" not in world.client("王敏").get(LIST).content.decode()


def test_one_rule_can_be_chosen_and_nonsense_chooses_all(world: World) -> None:
    signal(world)
    signal(world, "周一诺", "absence")
    client = world.client("王敏")
    assert "周一诺" not in client.get(f"{LIST}?rule=contact").content.decode()
    assert "周一诺" in client.get(f"{LIST}?rule=nonsense&page=x").content.decode()


def test_the_way_to_a_case_and_a_record_stands_beside_it(world: World) -> None:
    signal(world)
    page = world.client("王敏").get(LIST).content.decode()
    assert f"/care/students/{world.students['林子涵'].pk}/raise/?from=signal" in page
    assert "记一条" in page or "record" in page


def test_an_empty_list_says_when_the_rules_last_looked(world: World) -> None:
    assert "现在还没有看过" in world.client("王敏").get(LIST).content.decode()


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("李慧"), []
    for names in (("林子涵",), ("周一诺", "孙浩然")):
        for name in names:
            signal(world, name)
        client.get(LIST)
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]
