import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format

from taoli.neighbourhood.models import CompanionPair
from taoli.roster.models import Staff
from tests.world import START, TODAY, World

URL = "/neighbourhood/companions/"


def guest(world: World, name: str, **more: object) -> Staff:
    known = {"kind": "parent", "number": f"W-{name}", "name": name, "vetted_on": START}
    return Staff.objects.create(school=world.school, **{**known, **more})


def test_it_says_who_may_not_be_given_students_and_whose_check_is_about_to_be_old(world: World) -> None:
    guest(world, "陈家长", vetted_on=None)
    guest(world, "许经理", vetted_on=TODAY - dt.timedelta(days=366))
    guest(world, "高师傅", vetted_on=TODAY - dt.timedelta(days=350))
    page = world.client("孙悦").get(URL).content.decode()
    assert "陈家长 不能结对" in page or "陈家长" in page
    assert page.count("从业查询") >= 3
    assert page.count("满一年") == 1
    assert f"已于 {date_format(TODAY - dt.timedelta(days=1), 'DATE_FORMAT')} 到期" in page
    assert f"有效期到 {date_format(TODAY + dt.timedelta(days=15), 'DATE_FORMAT')}" in page
    assert page.count("/give/") == 2
    principal = world.client("钱程").get(URL).content.decode()
    assert "/give/" not in principal
    assert world.client("王敏").get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for names in (("赵思源",), ("钱多多", "吴桐")):
        for name in names:
            CompanionPair.objects.create(
                school=world.school,
                staff=guest(world, f"{name}的邻居"),
                student=world.students[name],
                purpose="书法",
                starts=START,
            )
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
