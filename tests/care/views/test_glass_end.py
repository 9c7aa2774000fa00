import pytest

from tests.care.counselling import broken, sent
from tests.world import World


@pytest.mark.parametrize("name", ["钱程", "孙悦"])
def test_asker_or_second_person_close_it_before_its_time(world: World, name: str) -> None:
    row = broken(world)
    assert world.client(name).post(f"/care/glass/{row.pk}/end/", sent()).status_code == 302
    row.refresh_from_db()
    assert row.ended_by_id == world.staff[name].pk
    assert world.client("钱程").get(f"/care/glass/{row.pk}/").status_code == 404


def test_nobody_else_closes_it(world: World) -> None:
    row = broken(world)
    world.client("王敏").post(f"/care/glass/{row.pk}/end/", sent())
    row.refresh_from_db()
    assert row.ended_at is None
