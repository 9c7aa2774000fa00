import uuid

import pytest

from tests.handover.changing import checked, drafted, room_of
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_a_checked_plan_is_applied_once(settled: World) -> None:
    row, client = checked(settled, drafted(settled)), settled.client("孙悦")
    form = {"op": str(uuid.uuid4()), "edit": row.edit}
    for _each in range(2):
        answer = client.post(f"/handover/years/{row.pk}/apply/", form)
        assert answer["Location"] == f"/handover/years/{row.pk}/"
    assert room_of(settled, "林子涵") == "高二(1)班"
    assert "新学年开始" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("edit", ["1", "x"])
def test_what_was_not_checked_is_refused_in_words(settled: World, edit: str) -> None:
    row, client = drafted(settled), settled.client("孙悦")
    answer = client.post(f"/handover/years/{row.pk}/apply/", {"edit": edit})
    assert "请重新核对" in client.get(answer["Location"]).content.decode()
    assert room_of(settled, "林子涵") == "高一(1)班"
