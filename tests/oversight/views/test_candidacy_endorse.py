from taoli.common.models import ViewLog
from taoli.oversight.models import StarCandidacy, StarEntry
from tests.oversight.starring import applied, opened, sent, url
from tests.world import World


def test_the_school_sees_what_leaves_and_hands_it_in_with_a_sentence(world: World) -> None:
    mine = applied(world, opened(world))
    client, address = world.client("钱程"), url("candidacy_endorse", mine.pk)
    page = client.get(address).content.decode()
    assert "报送内容" in page
    assert "和孩子们一起慢慢走" in page
    assert ViewLog.objects.filter(school=world.school, page="oversight:candidacy_endorse").exists()
    assert client.post(address, sent(words="")).context["form"].errors
    assert client.post(address, sent(words="学校同意推荐")).status_code == 302
    assert StarEntry.objects.of(world.bureaus["district"]).get().endorsed_by == "钱程"
    assert "已不在等待" in client.post(address, sent(words="再来一次")).content.decode()


def test_given_back_it_carries_the_word(world: World) -> None:
    mine = applied(world, opened(world))
    client, address = world.client("孙悦"), url("candidacy_endorse", mine.pk)
    assert client.post(address, sent(words="请写一件具体的事", back="1")).status_code == 302
    assert StarCandidacy.objects.of(world.school).get().state == "returned"
    assert "请写一件具体的事" in world.client("王敏").get(url("my_stars")).content.decode()
    assert not StarEntry.objects.of(world.bureaus["district"]).exists()
    assert client.get(url("candidacy_endorse", mine.round_id)).status_code == 404
