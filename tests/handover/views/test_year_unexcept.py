import uuid

import pytest

from taoli.handover.models import YearException
from taoli.handover.services.years import add_exception
from tests.handover.changing import applied, drafted
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_a_line_is_taken_out(world: World) -> None:
    row = drafted(world)
    line = add_exception(
        by=world.office, pk=row.pk, edit=row.edit, student_id=world.students["林子涵"].pk, way="repeats"
    )
    url = f"/handover/years/{row.pk}/students/drop/"
    answer = world.client("孙悦").post(url, {"op": str(uuid.uuid4()), "line": str(line.pk)})
    assert answer["Location"] == f"/handover/years/{row.pk}/students/"
    assert not YearException.objects.of(world.school).exists()


def test_nothing_is_taken_out_of_an_applied_plan(settled: World) -> None:
    row, client = applied(settled), settled.client("孙悦")
    client.post(f"/handover/years/{row.pk}/students/drop/", {"line": "x"})
    assert "不能再修改" in client.get("/handover/years/").content.decode()
