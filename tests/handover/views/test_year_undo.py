import datetime as dt
import uuid

import pytest
import time_machine

from tests.handover.changing import applied, drafted, room_of, talked
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_it_is_taken_back_from_its_page(settled: World) -> None:
    row, client = applied(settled), settled.client("孙悦")
    url = f"/handover/years/{row.pk}/undo/"
    assert "还没有写入新内容" in client.get(url).content.decode()
    assert client.post(url, {"op": str(uuid.uuid4())})["Location"] == f"/handover/years/{row.pk}/"
    assert room_of(settled, "林子涵") == "高一(1)班"
    assert "没有可撤回的内容" in client.get(url).content.decode()


def test_what_stands_against_it_is_named(settled: World) -> None:
    row, client = applied(settled), settled.client("孙悦")
    with time_machine.travel(dt.datetime(2027, 9, 2, 2, 0, tzinfo=dt.UTC)):
        talked(settled, "王敏", "林子涵", dt.date(2027, 9, 2))
    url = f"/handover/years/{row.pk}/undo/"
    assert "林子涵" in client.get(url).content.decode()
    assert "已不能撤回" in client.post(url, {"op": str(uuid.uuid4())}).content.decode()


def test_a_plan_that_was_not_applied_has_nothing_to_take_back(world: World) -> None:
    page = world.client("孙悦").get(f"/handover/years/{drafted(world).pk}/undo/").content.decode()
    assert "没有可撤回的内容" in page
