import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.services import plan_measure
from taoli.common.models import ViewLog
from tests.care.caring import NEXT, WORRY, closed, taken, worry
from tests.world import World


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "孙悦", "钱程"])
def test_who_may_see_a_case_finds_it_without_a_word_of_why(world: World, name: str) -> None:
    worry(world)
    page = world.client(name).get("/care/cases/").content.decode()
    assert "林子涵" in page
    assert WORRY not in page
    assert ViewLog.objects.of(world.school).filter(noun="care.case").count() == 1


def test_the_counsellor_sees_what_she_has_raised_and_nothing_else(world: World) -> None:
    worry(world)
    worry(world, by="何静", student="吴桐")
    page = world.client("何静").get("/care/cases/").content.decode()
    assert "吴桐" in page
    assert "林子涵" not in page


@pytest.mark.parametrize("name", ["吴考", "郑明", "林子涵", "林母"])
def test_assessor_administrator_student_and_family_open_nothing(world: World, name: str) -> None:
    assert world.client(name).get("/care/cases/").status_code == 403


def test_chips_show_what_is_past_and_nonsense_shows_all(world: World) -> None:
    closed(world)
    client = world.client("孙悦")
    assert "没有进行中的个案" in client.get("/care/cases/").content.decode()
    assert "林子涵" in client.get("/care/cases/?show=past").content.decode()
    assert "没有符合" in client.get("/care/cases/?show=due").content.decode()
    assert "没有进行中的个案" in client.get("/care/cases/?show=nonsense").content.decode()


def test_a_case_whose_leader_has_gone_stands_out(world: World) -> None:
    taken(world)
    world.staff["陈立"].left_on = NEXT
    world.staff["陈立"].save(update_fields=["left_on"])
    page = world.client("孙悦").get("/care/cases/?show=leaderless").content.decode()
    assert "负责人不在校" in page


def test_ones_measures_stand_on_top(world: World) -> None:
    case = taken(world)
    plan_measure(
        by=world.actor("李慧"), case_id=case.pk, text="一起吃午饭", owner_id=world.staff["何静"].pk, due_on=NEXT
    )
    page = world.client("何静").get("/care/cases/").content.decode()
    assert "请我做的事" in page
    assert "一起吃午饭" in page


def test_students_one_works_with_are_found_to_raise_a_worry(world: World) -> None:
    client = world.client("王敏")
    page = client.get("/care/cases/?q=孙浩").content.decode()
    assert f"/care/students/{world.students['孙浩然'].pk}/raise/" in page
    assert "没有符合的学生" in client.get("/care/cases/?q=吴桐").content.decode()


def test_it_takes_as_many_queries_for_three_cases_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for names in (("林子涵",), ("吴桐", "钱多多")):
        for name in names:
            worry(world, by="孙悦", student=name)
        with CaptureQueriesContext(connection) as caught:
            client.get("/care/cases/")
        counts.append(len(caught))
    assert counts[0] == counts[1]
