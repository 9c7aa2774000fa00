import pytest

from taoli.care.models import HarmConcerned
from tests.care.counselling import harmed, sent
from tests.world import World


def sees(world: World, pk: object, name: str) -> bool:
    return world.client(name).get(f"/care/harm/{pk}/").status_code == 200


@pytest.mark.parametrize("name", ["孙悦", "何静"])
def test_a_colleague_who_is_named_later_loses_sight_at_once(world: World, name: str) -> None:
    row = harmed(world)
    assert sees(world, row.pk, name)
    assert world.client("钱程").get(f"/care/harm/{row.pk}/name/").status_code == 200
    world.client("钱程").post(f"/care/harm/{row.pk}/name/", sent(kind="staff", staff=name))
    assert not sees(world, row.pk, name)
    assert "林子涵" not in world.client(name).get("/care/harm/").content.decode()
    page = world.client("钱程").get(f"/care/harm/{row.pk}/").content.decode()
    assert "又涉及一个人" in page


def test_even_who_wrote_it_loses_sight_when_named(world: World) -> None:
    row = harmed(world, "李慧")
    world.client("钱程").post(f"/care/harm/{row.pk}/name/", sent(kind="staff", staff="李慧"))
    assert not sees(world, row.pk, "李慧")


def test_when_none_of_the_few_is_left_it_stays_with_the_writer_who_is_told_to_call(world: World) -> None:
    row = harmed(world, "李慧")
    world.client("李慧").post(f"/care/harm/{row.pk}/name/", sent(kind="staff", staff="钱程 孙悦 何静"))
    row.refresh_from_db()
    assert row.untold
    assert "/close/" in world.client("李慧").get(f"/care/harm/{row.pk}/").content.decode()


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "staff", "staff": ""},
        {"kind": "staff", "staff": "查无此人"},
        {"kind": "staff", "staff": "孙悦"},
        {"kind": "outside", "others": " "},
        {"kind": "unknown", "others": "某人"},
        {},
    ],
)
def test_nobody_oneself_and_strangers_are_refused(world: World, said: dict[str, str]) -> None:
    row = harmed(world)
    assert world.client("孙悦").post(f"/care/harm/{row.pk}/name/", sent(**said)).status_code == 200
    assert HarmConcerned.objects.of(world.school).count() == 1
