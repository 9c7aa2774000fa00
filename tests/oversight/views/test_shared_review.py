from taoli.oversight.models import SharedStory
from tests.oversight.sharing import handed
from tests.oversight.training import sent, url
from tests.world import World


def test_it_is_published_once_or_given_back_with_a_word(world: World) -> None:
    row, client = handed(world), world.client("郑岚")
    here = url("shared_review", row.pk)
    assert "作者" in client.get(here).content.decode()
    said = sent(answer="", edit=row.edit)
    for _each in range(2):
        assert client.post(here, said)["Location"] == url("shared_list")
    assert SharedStory.objects.of(world.bureaus["district"]).get().state == "published"
    assert "刚被别人改过" in client.post(here, sent(answer="", edit=0)).content.decode()
    row.refresh_from_db()
    client.post(here, sent(back="1", answer="请删去地名", edit=row.edit))
    assert client.get(here).status_code == 404
    assert world.client("方远").get(here).status_code == 404
