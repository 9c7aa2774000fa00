from taoli.oversight.models import FiledTopic, Topic
from taoli.oversight.services.topics import file_topic
from tests.oversight.sharing import topic
from tests.oversight.training import sent, url
from tests.world import World


def test_it_is_approved_once_and_the_school_sees_it(world: World) -> None:
    file_topic(by=world.office, pk=topic(world).pk)
    row, client = FiledTopic.objects.of(world.bureaus["district"]).get(), world.client("郑岚")
    here = url("filed_topic_show", row.pk)
    assert "桃李中学" in client.get(here).content.decode()
    said = sent(answer="", edit=row.edit)
    for _each in range(2):
        assert client.post(here, said)["Location"] == url("filed_topic_list")
    assert Topic.objects.of(world.school).get().filing == "approved"
    assert "刚被别人改过" in client.post(here, sent(back="1", answer="再想想", edit=row.edit)).content.decode()
    assert world.client("方远").get(here).status_code == 404
