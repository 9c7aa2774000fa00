import datetime as dt

from taoli.roster.models import Staff
from tests.matching.year import live
from tests.world import World


def test_the_plan_is_checked_as_it_is_chosen(going: World) -> None:
    client, pairing = going.client("孙悦"), live(going, "林子涵")
    chosen = {f"mentor_{pairing.student_id}": str(going.staff["周宁"].pk), f"was_{pairing.student_id}": str(pairing.pk)}
    data = {"starts": "2026-11-23", **chosen}
    assert "各条规则都符合" in client.post("/matching/year/check/", data).content.decode()
    staff = Staff.objects.of(going.school).filter(name="周宁")
    staff.update(kind="assistant", until=dt.date(2027, 1, 20))
    assert "从业查询" in client.post("/matching/year/check/", data).content.decode()
    staff.update(kind="parent")
    assert "来自校外" in client.post("/matching/year/check/", data).content.decode()
    assert live(going, "林子涵").pk == pairing.pk


def test_malformed_parts_are_left_out(going: World) -> None:
    data = {"starts": "soon", "mentor_x": "y", "mentor_": "", f"mentor_{going.students['林子涵'].pk}": "nobody"}
    assert going.client("孙悦").post("/matching/year/check/", data).status_code == 200
