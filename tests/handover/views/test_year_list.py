import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.handover.changing import applied, drafted
from tests.world import World

URL = "/handover/years/"
pytestmark = pytest.mark.usefixtures("summer")


def test_an_empty_list_says_why_and_offers_a_plan(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "还没有方案" in page
    assert "准备新学年" in page


def test_the_open_plan_and_what_was_applied_are_listed(settled: World) -> None:
    applied(settled)
    page = settled.client("钱程").get(URL).content.decode()
    assert "2027-2028学年第一学期" in page
    assert "已执行" in page
    assert "准备新学年" not in page


def test_three_plans_take_as_many_queries_as_one(world: World) -> None:
    from taoli.handover.services.years import drop_year, undo_year

    client = world.client("孙悦")
    counts = []
    for _each in range(3):
        row = applied(world, drafted(world))
        undo_year(by=world.office, pk=row.pk)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(URL)
        counts.append(len(seen))
    row = drafted(world)
    drop_year(by=world.office, pk=row.pk, edit=row.edit)
    assert counts[0] == counts[2]
