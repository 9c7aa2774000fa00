from typing import Any

from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import rules
from tests.schemes.conftest import TYPED
from tests.world import World

DUTIES = ["group_activity", "individual", "family", "work_plan"]


def move(world: World, row: SchemeVersion, section: str, name: str, to: str, edit: int | None = None) -> Any:
    data = {"name": name, "to": to, "edit": row.edit if edit is None else edit}
    answer = world.client("孙悦").post(f"/schemes/{row.pk}/edit/{section}/move/", data, follow=True)
    row.refresh_from_db()
    return answer


def keys(row: SchemeVersion) -> list[str]:
    return [duty.key for duty in rules(row).duties]


def test_up_and_down_are_an_order_and_back_is_none(world: World, ready: SchemeVersion) -> None:
    move(world, ready, "duties", "family", "up")
    assert keys(ready) == ["group_activity", "family", "individual", "work_plan"]
    assert ready.changes["duties"] == keys(ready)
    move(world, ready, "duties", "family", "down")
    assert (keys(ready), ready.changes) == (DUTIES, TYPED)


def test_out_and_printed_again(world: World, ready: SchemeVersion) -> None:
    page = move(world, ready, "duties", "work_plan", "out").content.decode()
    assert ready.changes == {**TYPED, "duties.work_plan": None}
    assert "学校去掉的" in page
    move(world, ready, "duties", "work_plan", "printed")
    assert (keys(ready), ready.changes) == (DUTIES, TYPED)


def test_an_order_follows_what_goes_and_comes_back(world: World, ready: SchemeVersion) -> None:
    move(world, ready, "duties", "family", "up")
    move(world, ready, "duties", "work_plan", "out")
    assert keys(ready) == ["group_activity", "family", "individual"]
    move(world, ready, "duties", "work_plan", "printed")
    assert sorted(keys(ready)) == sorted(DUTIES)


def test_a_changed_entry_is_brought_back(world: World, ready: SchemeVersion) -> None:
    row = services.set_values(by=world.office, pk=ready.pk, changes={"duties.individual.times": 3}, edit=ready.edit)
    move(world, row, "duties", "individual", "printed")
    assert row.changes == TYPED


def test_a_part_is_left_out_and_comes_back(world: World, ready: SchemeVersion) -> None:
    move(world, ready, "continuity", "", "out")
    assert rules(ready).continuity is None
    move(world, ready, "continuity", "", "printed")
    assert rules(ready).continuity is not None


def test_what_something_else_needs_stays_with_a_reason(world: World, ready: SchemeVersion) -> None:
    page = move(world, ready, "duties", "individual", "out").content.decode()
    assert "方案里已经没有“individual”这项要求" in page
    assert ready.changes == TYPED


def test_old_and_senseless_orders_do_nothing(world: World, ready: SchemeVersion) -> None:
    assert "刚才有人改了这份草稿" in move(world, ready, "duties", "family", "up", edit=0).content.decode()
    assert move(world, ready, "duties", "nobody", "up").status_code == 404
    assert move(world, ready, "duties", "family", "sideways").status_code == 404
    answer = world.client("孙悦").post(f"/schemes/{ready.pk}/edit/duties/move/", {"name": "family", "to": "up"})
    assert answer.status_code == 404
