import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.accounts.models import RoleHeld
from taoli.care.services.officers import name_officers
from tests.care.counselling import SEEN, harmed
from tests.world import TODAY, World

URL = "/care/harm/"


def seen(world: World, name: str) -> bool:
    return "林子涵" in world.client(name).get(URL).content.decode()


def test_only_the_few_and_who_wrote_it_see_that_there_is_one(world: World) -> None:
    harmed(world, "李慧")
    who = ("王敏", "李慧", "赵国栋", "孙悦", "钱程", "吴考", "何静", "郑明")
    assert [name for name in who if seen(world, name)] == ["李慧", "孙悦", "钱程", "何静"]


@pytest.mark.parametrize("name", ["林子涵", "林母"])
def test_students_and_families_have_no_such_page(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403


def test_it_says_for_how_long_it_is_known_and_that_no_call_is_written_down(world: World) -> None:
    harmed(world)
    page = world.client("孙悦").get(URL).content.decode()
    assert "知情 2 小时" in page
    assert "还没有写下电话" in page
    assert SEEN not in page


def test_a_safety_officer_whom_the_school_has_named_is_told(world: World) -> None:
    name_officers(by=world.actor("钱程"), names="赵国栋")
    harmed(world)
    assert seen(world, "赵国栋")
    name_officers(by=world.actor("钱程"), names="")
    assert not seen(world, "赵国栋")


def test_who_leaves_the_office_loses_sight(world: World) -> None:
    harmed(world)
    held = RoleHeld.objects.get(account=world.accounts["孙悦"])
    held.role = "mentor"
    held.save()
    assert not seen(world, "孙悦")
    held.role, held.ends = "moral_office", TODAY
    held.save()
    assert seen(world, "孙悦")


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("钱程"), []
    for more in (1, 2):
        for _each in range(more):
            harmed(world)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
