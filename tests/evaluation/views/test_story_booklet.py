from tests.evaluation.honouring import collected, url
from tests.world import World

URL = url("story_booklet")


def test_it_prints_the_collection_without_names(world: World) -> None:
    assert "还没有文章" in world.client("李慧").get(URL).content.decode()
    collected(world)
    page = world.client("李慧").get(URL).content.decode()
    assert "桃李中学" in page
    assert "某同学第一次来时不说话" in page
    assert "林子涵" not in page
    assert world.client("林母").get(URL).status_code == 403
