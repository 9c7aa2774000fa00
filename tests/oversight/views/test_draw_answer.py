from taoli.oversight.queries.calls import counts_of
from tests.oversight.drawing import SAID, call_of, calling, on, slips
from tests.world import World


def test_the_caller_types_code_and_answers_and_sees_nothing_else(world: World) -> None:
    row, other = calling(world), calling(world, title="另一次")
    slip = slips(world, row)[0]
    client, url = world.client("郑岚"), f"/oversight/draws/{row.pk}/answer/"
    with on(11, 27):
        page = client.post(url, {**SAID, "code": slip.code}, follow=True).content.decode()
        assert "已计入" in page
        assert not any(name in page for name in world.students)
        assert "已经答过" in client.post(url, {**SAID, "code": slip.code}).content.decode()
        elsewhere = f"/oversight/draws/{other.pk}/answer/"
        assert "这个码不对" in client.post(elsewhere, {**SAID, "code": slip.code}).content.decode()
        assert client.post(url, {"code": slip.code}).status_code == 200
    assert counts_of(call_of(world, row))["knows"] == (1, 0, 0)
    assert world.client("方远").get(url).status_code == 404
