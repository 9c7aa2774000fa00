from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.services.actions import settle_action
from tests.care.meeting import agree, meet
from tests.world import World

LIST = "/care/actions/"


def test_the_own_ones_and_only_those_stand_there(world: World) -> None:
    row = meet(world)
    agree(world, row, student="林子涵")
    agree(world, row, owner="李慧", text="统一作业量")
    page = world.client("王敏").get(LIST).content.decode()
    assert "林子涵：和家长约一次谈话" in page
    assert "统一作业量" not in page


def test_settled_ones_stand_below_with_how_they_went(world: World) -> None:
    action = agree(world, meet(world))
    assert "没有待办的事" in world.client("李慧").get(LIST).content.decode()
    settle_action(by=world.actor("王敏"), pk=action.pk, outcome="家长愿意配合")
    page = world.client("王敏").get(LIST).content.decode()
    assert "没有待办的事" in page
    assert "家长愿意配合" in page


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    row, client, counts = meet(world), world.client("王敏"), []
    for more in (1, 2):
        for _each in range(more):
            agree(world, row, student="林子涵")
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        counts.append(len(caught))
    assert counts[0] == counts[1]
