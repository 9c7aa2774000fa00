from taoli.oversight.models import CallPlace
from tests.oversight.drawing import drawn, on
from tests.world import World


def test_sent_twice_the_places_are_drawn_once(world: World) -> None:
    row = drawn(world)
    client, url = world.client("孙悦"), f"/oversight/calls/{row.pk}/draw/"
    with on(11, 26):
        client.post(url)
        assert "已经抽过" in client.post(url, follow=True).content.decode()
    assert CallPlace.objects.of(world.school).count() == 3
