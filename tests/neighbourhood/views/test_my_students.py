import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.neighbourhood.models import CompanionPair
from taoli.roster.models import Student
from tests.world import START, TODAY, World

URL = "/neighbourhood/mine/"


def give(world: World, name: str, **more: object) -> CompanionPair:
    known = {"staff": world.guests["老秦"], "student": world.students[name], "purpose": "学书法", "starts": START}
    return CompanionPair.objects.create(school=world.school, **{**known, **more})


def test_only_the_students_given_to_oneself_and_only_today(world: World) -> None:
    give(world, "赵思源")
    give(world, "钱多多", ends=TODAY - dt.timedelta(days=1))
    give(world, "吴桐")
    Student.objects.of(world.school).filter(name="吴桐").update(left_on=TODAY)
    page = world.client("老秦").get(URL).content.decode()
    assert "赵思源" in page
    assert "学书法" in page
    assert "钱多多" not in page
    assert "吴桐" not in page
    assert "吴桐" not in world.client("孙悦").get("/neighbourhood/companions/").content.decode()
    assert "林子涵" not in page


def test_nobody_once_the_enquiry_of_the_law_is_older_than_a_year(world: World) -> None:
    give(world, "赵思源")
    world.guests["老秦"].vetted_on = TODAY - dt.timedelta(days=366)
    world.guests["老秦"].save()
    page = world.client("老秦").get(URL).content.decode()
    assert "赵思源" not in page
    assert "从业查询" in page


def test_it_takes_as_many_queries_for_three_students_as_for_one(world: World) -> None:
    client, counts = world.client("老秦"), []
    for names in (("赵思源",), ("钱多多", "吴桐")):
        for name in names:
            give(world, name)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
