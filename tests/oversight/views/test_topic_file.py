from taoli.oversight.models import FiledTopic
from tests.oversight.sharing import topic
from tests.oversight.training import sent, url
from tests.world import World


def test_it_is_handed_in_once(world: World) -> None:
    row, client = topic(world), world.client("孙悦")
    said = sent()
    for _each in range(2):
        assert client.post(url("topic_file", row.pk), said)["Location"] == url("topic_show", row.pk)
    assert FiledTopic.objects.of(world.bureaus["district"]).get().leader == "王敏"
    assert client.post(url("topic_file", row.pk), sent()).status_code == 409
