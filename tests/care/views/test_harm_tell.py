from taoli.accounts.models import RoleHeld
from tests.care.counselling import harmed, sent
from tests.world import World


def promote(world: World, name: str) -> None:
    held = RoleHeld.objects.get(account=world.accounts[name])
    held.role, held.place_kind, held.place_id, held.grade_id = "principal", "school", None, None
    held.save()


def test_who_takes_the_office_later_is_told_by_one_of_the_few(world: World) -> None:
    row = harmed(world)
    promote(world, "赵国栋")
    assert world.client("赵国栋").get(f"/care/harm/{row.pk}/").status_code == 404
    world.client("孙悦").post(f"/care/harm/{row.pk}/tell/", sent())
    assert world.client("赵国栋").get(f"/care/harm/{row.pk}/").status_code == 200


def test_never_whom_it_concerns(world: World) -> None:
    row = harmed(world, kinds=["staff"], staff="赵国栋")
    promote(world, "赵国栋")
    world.client("孙悦").post(f"/care/harm/{row.pk}/tell/", sent())
    assert world.client("赵国栋").get(f"/care/harm/{row.pk}/").status_code == 404


def test_nobody_as_long_as_the_colleague_is_not_named(world: World) -> None:
    row = harmed(world, "李慧", kinds=["unknown"])
    page = world.client("李慧").post(f"/care/harm/{row.pk}/tell/", sent(), follow=True).content.decode()
    assert "说不出那位同事" in page
    assert world.client("钱程").get(f"/care/harm/{row.pk}/").status_code == 404


def test_it_is_not_found_for_others(world: World) -> None:
    row = harmed(world)
    assert world.client("王敏").post(f"/care/harm/{row.pk}/tell/", sent()).status_code == 404
