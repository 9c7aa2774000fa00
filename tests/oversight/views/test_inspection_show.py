import uuid

from taoli.oversight.models import InspectionGuest
from tests.oversight.inspecting import small_pack
from tests.world import World


def test_a_link_is_shown_once_and_hours_are_bounded(world: World) -> None:
    pack, client = small_pack(world), world.client("孙悦")
    url = f"/oversight/inspections/{pack.pk}/"
    page = client.get(url).content.decode()
    assert "抽样名单.txt" in page
    assert "draw 抽样名单.txt --seed &quot;7&quot; --k 1" in page.replace('"7"', "&quot;7&quot;")
    said = {"name": "督导组", "hours": "8", "op": "00000000-0000-4000-8000-000000000004"}
    assert "http://testserver/oversight/visit/" in client.post(url, said).content.decode()
    assert "已经生成过" in client.post(url, said, follow=True).content.decode()
    assert client.post(url, {"name": "督导组", "hours": "9"}).status_code == 200
    guest = InspectionGuest.objects.of(world.school).get()
    assert (guest.expires_at - guest.given_at).total_seconds() == 8 * 3600
    assert "可以阅览" in client.get(url).content.decode()
    assert client.get(f"/oversight/inspections/{uuid.uuid4()}/").status_code == 404


def test_fewer_mentors_than_handbooks_is_said(world: World) -> None:
    pack = small_pack(world)
    pack.k = 5
    pack.save(update_fields=["k"])
    assert "只有 1 本" in world.client("孙悦").get(f"/oversight/inspections/{pack.pk}/").content.decode()
