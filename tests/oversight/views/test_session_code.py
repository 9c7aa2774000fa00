from tests.oversight.training import begun, code_of, session, url
from tests.world import World


def test_the_wall_shows_the_code_that_counts_just_now(world: World) -> None:
    client, row = world.client("郑岚"), begun(world, "王敏", "李慧")
    frame = client.get(url("session_code", row.pk)).content.decode()
    assert url("code_show", row.pk) in frame
    assert code_of(row) not in frame
    part = client.get(url("code_show", row.pk)).content.decode()
    assert code_of(row) in part
    assert "2 人中 0 人已签到" in part
    shut = session(world)
    assert "没有开放" in client.get(url("code_show", shut.pk)).content.decode()
    assert world.client("方远").get(url("code_show", row.pk)).status_code == 404
    assert world.client("王敏").get(url("code_show", row.pk)).status_code == 403
