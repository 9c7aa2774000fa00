from taoli.oversight.models import CallList, DrawPart
from tests.oversight.drawing import announced, on
from tests.world import World


def test_it_is_frozen_once_and_too_late_is_refused(world: World) -> None:
    row, late = announced(world), announced(world, title="另一次")
    client = world.client("孙悦")
    for _twice in range(2):
        client.post(f"/oversight/calls/{row.pk}/freeze/")
    with on(11, 25):
        page = client.post(f"/oversight/calls/{late.pk}/freeze/", follow=True).content.decode()
    assert "公布日之前冻结" in page
    assert CallList.objects.of(world.school).get().draw_id == row.pk
    assert DrawPart.objects.of(row.school_id).count() == 1
