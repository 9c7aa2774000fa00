from tests.duties.school import settle
from tests.evaluation.honouring import collected, url, write
from tests.world import World


def test_the_author_sees_the_own_words_and_who_has_to_agree(world: World) -> None:
    settle(world)
    story = write(world, "林子涵")
    page = world.client("王敏").get(url("story_show", story.pk)).content.decode()
    assert "林子涵第一次来时" in page
    assert "未满十四周岁" in page
    assert "还缺同意" in page


def test_colleagues_read_it_without_names_and_only_in_the_collection(world: World) -> None:
    story = collected(world)
    page = world.client("李慧").get(url("story_show", story.pk)).content.decode()
    assert "某同学第一次来时不说话" in page
    assert "林子涵" not in page
    assert world.client("李慧").get(url("story_show", write(world).pk)).status_code == 404
