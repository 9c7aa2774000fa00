from taoli.common.models import ViewLog
from taoli.evaluation.models import Story, StoryStudent
from taoli.oversight.models import SharedStory
from tests.oversight.sharing import agreed, text_about
from tests.oversight.training import sent, url
from tests.world import World


def test_names_left_in_it_stop_it_until_somebody_has_looked(world: World) -> None:
    offer = agreed(world, text_about(world))
    Story.objects.of(world.school).update(clean_text="吴桐也来了。")
    here, client = url("exchange_offer", offer.pk), world.client("孙悦")
    page = client.get(here).content.decode()
    assert "这些字词也是本校的人名或班名" in page
    assert ViewLog.objects.of(world.school).filter(page="oversight:exchange_offer").exists()
    assert "请先通读" in client.post(here, sent()).content.decode()
    assert not SharedStory.objects.of(world.bureaus["district"]).exists()
    assert client.post(here, sent(looked="on"))["Location"] == url("exchange_list")
    assert SharedStory.objects.of(world.bureaus["district"]).get().agreed_on == offer.agreed_on
    assert "教育局审阅中" in client.get(here).content.decode()


def test_a_missing_consent_is_named(world: World) -> None:
    offer = agreed(world, text_about(world))
    StoryStudent.objects.of(world.school).update(consent="open")
    assert "林子涵" in world.client("孙悦").get(url("exchange_offer", offer.pk)).content.decode()
    assert world.client("王敏").get(url("exchange_offer", offer.pk)).status_code == 403
