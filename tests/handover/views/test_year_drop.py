import uuid

import pytest

from taoli.handover.models import YearChange
from tests.handover.changing import applied, drafted
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_an_open_plan_is_dropped(world: World) -> None:
    row = drafted(world)
    answer = world.client("孙悦").post(f"/handover/years/{row.pk}/drop/", {"op": str(uuid.uuid4()), "edit": row.edit})
    assert answer["Location"] == "/handover/years/"
    assert YearChange.objects.of(world.school).get().state == "dropped"


def test_an_applied_one_stays(settled: World) -> None:
    row = applied(settled)
    settled.client("孙悦").post(f"/handover/years/{row.pk}/drop/", {"edit": row.edit})
    assert YearChange.objects.of(settled.school).get().state == "applied"
