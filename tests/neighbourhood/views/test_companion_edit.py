from taoli.roster.models import Staff
from tests.world import World

URL = "/neighbourhood/companions/edit/"
SAID = {"name": "许经理", "kind": "enterprise", "vetted_on": "2026-11-02", "phone": "", "introduction": "机器人工程师"}


def test_the_office_enters_somebody_and_renews_the_check(world: World) -> None:
    client = world.client("孙悦")
    client.post(URL, SAID)
    row = Staff.objects.of(world.school).get(name="许经理")
    assert (row.kind, row.number, str(row.vetted_on)) == ("enterprise", "W001", "2026-11-02")
    client.post(f"{URL}?person={row.pk}", {**SAID, "vetted_on": "2026-11-20"})
    row.refresh_from_db()
    assert str(row.vetted_on) == "2026-11-20"


def test_a_check_to_come_is_refused_and_teachers_are_not_found_here(world: World) -> None:
    client = world.client("孙悦")
    assert "从业查询日期不能晚于今天。" in client.post(URL, {**SAID, "vetted_on": "2026-12-02"}).content.decode()
    assert not Staff.objects.of(world.school).filter(name="许经理").exists()
    assert client.get(f"{URL}?person={world.staff['王敏'].pk}").status_code == 404
    assert client.get(f"{URL}?person=nobody").status_code == 404
