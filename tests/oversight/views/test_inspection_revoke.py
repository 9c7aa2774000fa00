from django.test import Client

from taoli.oversight.models import InspectionGuest
from tests.oversight.inspecting import door, small_pack
from tests.world import World


def test_the_link_ends_at_once(world: World) -> None:
    pack = small_pack(world)
    link = door(world, pack)
    guest = InspectionGuest.objects.of(world.school).get()
    page = world.client("孙悦").post(f"/oversight/inspections/{pack.pk}/guests/{guest.pk}/end/", follow=True)
    assert "已停用" in page.content.decode()
    assert "抽样名单" not in Client().get(link).content.decode()
