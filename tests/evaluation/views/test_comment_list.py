from django.urls import reverse

from tests.evaluation.surveying import closed_survey
from tests.world import World

URL = reverse("evaluation:comment_list")


def test_surveys_say_how_many_texts_wait(world: World) -> None:
    assert "没有待处理的留言" in world.client("孙悦").get(URL).content.decode()
    closed_survey(world)
    text = world.client("吴考").get(URL).content.decode()
    assert "待处理 3 条，已公开 0 条，不公开 0 条" in text
    assert "耐心" not in text
