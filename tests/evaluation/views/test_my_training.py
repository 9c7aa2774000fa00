from tests.evaluation.honouring import train, url
from tests.world import World

URL = url("my_training")


def test_it_has_the_own_hours_and_lectures(world: World) -> None:
    client = world.client("王敏")
    assert "由德育处登记" in client.get(URL).content.decode()
    train(world, "王敏")
    train(world, "李慧", theme="我的一课", mentor_id=world.staff["王敏"].pk)
    page = client.get(URL).content.decode()
    assert "共 2 课时" in page
    assert "我的一课" in page
    assert "我的一课" in world.client("李慧").get(URL).content.decode()
    assert world.client("林母").get(URL).status_code == 403
