from taoli.oversight.models import SharedStory
from tests.oversight.sharing import published
from tests.oversight.training import sent, url
from tests.world import World


def test_a_school_says_so_once(world: World) -> None:
    row, client = published(world), world.client("孙悦")
    for _each in range(2):
        assert client.post(url("exchange_useful", row.pk), sent())["Location"] == url("exchange_show", row.pk)
    assert SharedStory.objects.of(world.bureaus["district"]).get().useful == 1
    assert world.client("王敏").post(url("exchange_useful", row.pk), sent()).status_code == 403
