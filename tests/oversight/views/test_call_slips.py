from tests.oversight.drawing import announced, calling, on
from tests.world import World


def test_slips_are_shown_once_with_link_and_telephone(world: World) -> None:
    row = calling(world)
    client, url = world.client("孙悦"), f"/oversight/calls/{row.pk}/slips/"
    with on(11, 26):
        assert "生成纸条" in client.get(url).content.decode()
        op = {"op": "00000000-0000-4000-8000-000000000002"}
        page = client.post(url, op).content.decode()
        assert page.count('class="cut-code"') == 3
        assert "0000-1234567" in page
        assert "http://testserver/oversight/q/" in page
        assert "已经生成" in client.post(url, op, follow=True).content.decode()


def test_without_anybody_who_agrees_there_is_nothing_to_print(world: World) -> None:
    row = calling(world, agree=False)
    with on(11, 26):
        page = world.client("孙悦").post(f"/oversight/calls/{row.pk}/slips/", follow=True).content.decode()
    assert "还没有人同意" in page
    assert world.client("孙悦").get(f"/oversight/calls/{announced(world).pk}/slips/").status_code == 404
