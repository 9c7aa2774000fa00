from tests.oversight.drawing import answered, call_of, calling, on
from tests.world import World


def test_the_result_opens_when_the_calls_are_over(world: World) -> None:
    row = calling(world)
    answered(world, row)
    client, url = world.client("孙悦"), f"/oversight/calls/{row.pk}/open/"
    with on(12, 4):
        assert "回访结束后才能看结果" in client.post(url, follow=True).content.decode()
    with on(12, 5):
        client.post(url)
    assert call_of(world, row).opened_at
