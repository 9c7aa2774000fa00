from taoli.oversight.models import SharedStory, StoryOffer
from tests.oversight.sharing import published
from tests.oversight.training import sent, url
from tests.world import World


def test_the_author_takes_it_out_everywhere(world: World) -> None:
    published(world)
    offer = StoryOffer.objects.of(world.school).get()
    here = url("exchange_withdraw", offer.pk)
    assert world.client("李慧").post(here, sent()).status_code == 404
    assert world.client("王敏").post(here, sent())["Location"] == url("exchange_list")
    assert SharedStory.objects.of(world.bureaus["district"]).get().text == ""
