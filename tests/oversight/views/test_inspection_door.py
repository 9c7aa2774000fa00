from django.test import Client

from taoli.common.models import ViewLog
from taoli.oversight.models import InspectionGuest
from tests.oversight.drawing import on
from tests.oversight.inspecting import door, small_pack
from tests.world import World


def test_a_guest_reads_this_pack_for_some_hours_and_every_opening_is_noted(world: World) -> None:
    pack = small_pack(world)
    link = door(world, pack)
    page = Client().get(link)
    assert "抽样名单.txt" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    guest = InspectionGuest.objects.of(world.school).get()
    seen = ViewLog.objects.get(school_id=world.school.pk, person_id=guest.pk)
    assert (seen.account_id, seen.ids) == (None, [str(pack.pk)])
    assert "打开 1 次" in world.client("孙悦").get(f"/oversight/inspections/{pack.pk}/").content.decode()
    with on(11, 23, 15):
        assert "已过时" in Client().get(link).content.decode()
        shown = world.client("孙悦").get(f"/oversight/inspections/{pack.pk}/").content.decode()
    assert "已到时" in shown


def test_a_wrong_link_opens_nothing(world: World) -> None:
    for code in ("ABCDE", "--"):
        assert "这个链接不对" in Client().get(f"/oversight/visit/{code}/").content.decode()
    assert not ViewLog.objects.filter(school_id=world.school.pk).exists()
