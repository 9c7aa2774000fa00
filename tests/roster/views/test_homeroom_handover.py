"""Handing a class over."""

from taoli.roster.models import ClassCharge, SchoolClass
from taoli.roster.services.people import open_accounts
from tests.world import World


def test_the_page_hands_a_class_over_from_a_day(world: World) -> None:
    open_accounts(by=world.office)
    room, client = world.classes["高一(1)班"], world.client("孙悦")
    url = f"/roster/classes/{room.pk}/handover/"
    assert "现任班主任：李慧" in client.get(url).content.decode()
    data = {"staff": str(world.staff["周宁"].pk), "starts": "2026-11-30", "seen": str(world.staff["李慧"].pk)}
    assert client.post(url, data)["Location"] == url
    assert "从 2026-11-30 起任班主任" in client.get(url).content.decode()
    assert SchoolClass.objects.of(world.school).get(pk=room.pk).homeroom_teacher_id == world.staff["李慧"].pk
    assert "已经安排了另一次交接" in client.post(url, data).content.decode()
    assert ClassCharge.objects.of(world.school).count() == 1


def test_another_schools_class_is_not_found(world: World) -> None:
    assert world.stranger is not None
    room = world.stranger.school_class_id
    assert world.client("孙悦").get(f"/roster/classes/{room}/handover/").status_code == 404
