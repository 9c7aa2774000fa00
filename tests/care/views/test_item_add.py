from taoli.care.models import ConferenceItem
from tests.care.meeting import meet, sent, url
from tests.world import World


def test_a_line_is_added_once_though_sent_twice(world: World) -> None:
    row, client, said = meet(world), world.client("李慧"), sent(text="春游报名")
    for _twice in range(2):
        assert client.post(url(row, "lines/"), said)["Location"] == url(row)
    assert ConferenceItem.objects.of(world.school).get().text == "春游报名"


def test_nothing_is_refused_in_words_and_members_add_none(world: World) -> None:
    row = meet(world)
    assert "请选择学生" in world.client("李慧").post(url(row, "lines/"), sent(), follow=True).content.decode()
    assert world.client("王敏").post(url(row, "lines/"), sent(text="一句")).status_code == 404
