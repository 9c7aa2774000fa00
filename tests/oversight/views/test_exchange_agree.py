from taoli.oversight.models import StoryOffer
from tests.oversight.sharing import text
from tests.oversight.training import sent, url
from tests.world import World


def test_only_the_author_agrees_and_says_what_it_is_about(world: World) -> None:
    story = text(world)
    here = url("exchange_agree", story.pk)
    assert world.client("李慧").post(here, sent(part="ways")).status_code == 404
    answer = world.client("王敏").post(here, sent())
    assert answer.status_code == 409
    assert "请选择所属板块" in answer.content.decode()
    said = sent(part="ways")
    for _each in range(2):
        assert world.client("王敏").post(here, said)["Location"] == url("exchange_list")
    assert StoryOffer.objects.of(world.school).get().part == "ways"
