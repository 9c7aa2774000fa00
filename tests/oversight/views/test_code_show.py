from tests.oversight.training import begun, code_of, session, url
from tests.world import World


def test_the_part_has_the_code_while_the_sign_in_is_open(world: World) -> None:
    client, row = world.client("郑岚"), begun(world, "王敏")
    assert code_of(row) in client.get(url("code_show", row.pk)).content.decode()
    assert "没有开放" in client.get(url("code_show", session(world).pk)).content.decode()
