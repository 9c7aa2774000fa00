from taoli.oversight.models import Draw
from tests.oversight.drawing import announced, frozen, on
from tests.world import World


def test_the_number_is_typed_once(world: World) -> None:
    row = announced(world)
    frozen(world, row)
    client, url = world.client("郑岚"), f"/oversight/draws/{row.pk}/number/"
    assert "不能抽取" in client.post(url, {"number": "731"}, follow=True).content.decode()
    with on(11, 25):
        client.post(url, {"number": "731"})
        first = Draw.objects.of(row.school_id).get().seed
        assert "已经抽取过" in client.post(url, {"number": "732"}, follow=True).content.decode()
    assert Draw.objects.of(row.school_id).get().seed == first != ""
    assert world.client("方远").post(url, {"number": "1"}).status_code == 404
